/* <hocba-diagram>: a BPMN model in bpmn-js's viewer, zoomed to where the record is, and the same in words. */
(() => {
  if (customElements.get("hocba-diagram")) {
    return;
  }

  const STEP = 1.25;
  const PAN = 60;

  class Diagram extends HTMLElement {
    async load(description, xml) {
      const { label, texts, current, passed, counts } = JSON.parse(description);
      this.viewer?.destroy();
      this.current = current;
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", label);

      const canvas = document.createElement("div");
      canvas.className = "dg-canvas";
      canvas.tabIndex = 0;
      canvas.setAttribute("role", "group");
      canvas.setAttribute("aria-label", label);
      const bar = document.createElement("div");
      bar.className = "dg-bar";
      const button = (words, sign, action) => {
        const made = document.createElement("button");
        made.type = "button";
        made.textContent = sign;
        made.title = words;
        made.setAttribute("aria-label", words);
        made.addEventListener("click", action);
        bar.append(made);
      };
      button(texts.smaller, "−", () => this.scale(1 / STEP));
      button(texts.larger, "+", () => this.scale(STEP));
      button(texts.whole, texts.whole, () => this.whole());
      if (current.length > 0) {
        button(texts.here, texts.here, () => this.here());
      }
      const words = document.createElement("p");
      words.className = "dg-words";
      this.replaceChildren(bar, canvas, words);

      this.viewer = new window.BpmnJS({ container: canvas });
      try {
        await this.viewer.importXML(xml);
      } catch (failure) {
        words.textContent = texts.broken;
        return;
      }
      const registry = this.viewer.get("elementRegistry");
      const known = (ids) => ids.filter((id) => registry.get(id));
      const names = (ids) => known(ids).map((id) => registry.get(id).businessObject.name).filter(Boolean).join(", ");
      // A question where the way forks is no place where anybody has been.
      const stations = (ids) => ids.filter((id) => !registry.get(id)?.type.endsWith("Gateway"));
      known(passed).forEach((id) => this.viewer.get("canvas").addMarker(id, "dg-passed"));
      known(current).forEach((id) => this.viewer.get("canvas").addMarker(id, "dg-current"));
      known(Object.keys(counts)).forEach((id) => {
        const badge = document.createElement("span");
        badge.className = "dg-count";
        badge.textContent = counts[id].toLocaleString("vi-VN");
        this.viewer.get("overlays").add(id, { position: { top: -10, right: 16 }, html: badge });
      });
      const sentences = [];
      if (names(current)) {
        sentences.push(`${texts.now}: ${names(current)}.`);
      }
      if (names(stations(passed))) {
        sentences.push(`${texts.passed}: ${names(stations(passed))}.`);
      }
      const waiting = known(Object.keys(counts)).map((id) => `${registry.get(id).businessObject.name ?? id} ${counts[id]}`);
      if (waiting.length > 0) {
        sentences.push(`${texts.waiting}: ${waiting.join(", ")}.`);
      }
      words.textContent = sentences.join(" ");
      canvas.addEventListener("keydown", (event) => this.onKey(event));
      if (known(current).length > 0) {
        this.here();
      } else {
        this.whole();
      }
    }

    disconnectedCallback() {
      this.viewer?.destroy();
      this.viewer = null;
    }

    onKey(event) {
      const canvas = this.viewer.get("canvas");
      const pan = { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] }[event.key];
      if (pan) {
        canvas.scroll({ dx: pan[0], dy: pan[1] });
      } else if (event.key === "+" || event.key === "=") {
        this.scale(STEP);
      } else if (event.key === "-") {
        this.scale(1 / STEP);
      } else if (event.key === "0") {
        this.whole();
      } else {
        return;
      }
      event.preventDefault();
    }

    scale(by) {
      const canvas = this.viewer.get("canvas");
      canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * by)));
    }

    whole() {
      this.viewer.get("canvas").zoom("fit-viewport", "auto");
    }

    /** The current step in the middle, at the size it was drawn. */
    here() {
      const canvas = this.viewer.get("canvas");
      const at = this.viewer.get("elementRegistry").get(this.current.find((id) => this.viewer.get("elementRegistry").get(id)));
      const { outer } = canvas.viewbox();
      canvas.viewbox({
        x: at.x + at.width / 2 - outer.width / 2,
        y: at.y + at.height / 2 - outer.height / 2,
        width: outer.width,
        height: outer.height,
      });
    }
  }

  customElements.define("hocba-diagram", Diagram);
})();
