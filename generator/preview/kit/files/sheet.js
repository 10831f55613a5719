"use strict";
/* Tells of each colour what it comes to, and how far it stands from the paper and from the ink (WCAG 2.2). */
(() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const brush = canvas.getContext("2d", { willReadFrequently: true });

  // Red, green and blue of any colour that the browser knows, as it looks on a ground.
  function painted(colour, ground) {
    brush.fillStyle = ground;
    brush.fillRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function luminance(colour) {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  }

  // Cut off, not rounded, so that no ratio looks like enough.
  function judged(ratio) {
    const level = ratio >= 7 ? "AAA" : ratio >= 4.5 ? "AA" : ratio >= 3 ? "large" : "–";
    return `${(Math.floor(ratio * 100) / 100).toFixed(2)} ${level}`;
  }

  // What the page's words stand on, and what they are written in.
  function paper() {
    const grounds = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor);
    const canvasColour = Object.assign(document.createElement("span"), { hidden: true });
    canvasColour.style.backgroundColor = "Canvas";
    document.body.append(canvasColour);
    const lowest = painted(getComputedStyle(canvasColour).backgroundColor, "white");
    canvasColour.remove();
    return grounds.reduceRight((below, ground) => painted(ground, `rgb(${below})`), lowest);
  }

  const hex = (colour) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  const ground = paper();
  const ink = painted(getComputedStyle(document.body).color, `rgb(${ground})`);

  for (const swatch of document.querySelectorAll("[data-kit-colour]")) {
    const row = swatch.parentElement;
    const name = swatch.dataset.kitColour;
    const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    if (!CSS.supports("color", value)) {
      row.querySelector("[data-kit-value]").textContent = value ? "no colour here" : "not set here";
      continue;
    }
    const colour = painted(getComputedStyle(swatch).backgroundColor, `rgb(${ground})`);
    row.querySelector("[data-kit-value]").textContent = hex(colour);
    row.querySelector("[data-kit-words]").textContent = `words ${judged(contrast(colour, ground))}`;
    row.querySelector("[data-kit-ground]").textContent = `ground ${judged(contrast(colour, ink))}`;
  }
})();
