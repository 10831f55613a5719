// Tries what a strict policy refuses, and leaves on the page's root element the names of what ran.
"use strict";
(async () => {
  const ran = new Set();
  const attempt = (name, act) => {
    try {
      if (act()) ran.add(name);
    } catch {
      // Refused, as it should be.
    }
  };
  globalThis.auditRan = (name) => ran.add(name);

  attempt("eval", () => (0, eval)("1 + 1") === 2);
  attempt("Function", () => new Function("return 2")() === 2);
  attempt("setTimeout-with-text", () => void setTimeout("auditRan('setTimeout-with-text')"));
  const script = document.createElement("script");
  script.textContent = "auditRan('inline-script')";
  document.head.append(script);
  const button = document.createElement("button");
  button.setAttribute("onclick", "auditRan('inline-handler')");
  button.hidden = true;
  document.body.append(button);
  button.click();
  const style = document.createElement("style");
  style.textContent = ":root { --audit-probe: ran }";
  document.head.append(style);

  await new Promise((done) => setTimeout(done, 50));
  if (getComputedStyle(document.documentElement).getPropertyValue("--audit-probe")) ran.add("inline-style");
  document.documentElement.dataset.auditProbe = [...ran].join(" ");
})();
