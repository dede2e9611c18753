package vn.hocba.request;

/** Of a kind of request that says everything with its reason. */
public record NoDetails() {}
