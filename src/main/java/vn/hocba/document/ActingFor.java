package vn.hocba.document;

import vn.hocba.identity.Capacity;

/**
 * As what somebody signs a record for the school (NĐ 30/2020 Điều 13).
 *
 * @param title chức vụ
 * @param decisionNo of what gave the office; null where none was noted
 */
public record ActingFor(String name, Capacity capacity, String title, String decisionNo) {}
