"use strict";
/* Marks what has closed since the page was built: by the visitor's clock, in the site's time zone. */
(() => {
  const { timeZone, closed } = document.body.dataset;

  // Swedish writes a day as `datetime` does. In a zone that this browser doesn't know, nothing is past.
  function today() {
    try {
      return new Intl.DateTimeFormat("sv", { timeZone }).format(Date.now());
    } catch {
      return "";
    }
  }

  function mark(row) {
    row.querySelector(".soon")?.remove();
    const tag = Object.assign(document.createElement("strong"), { className: "row-closed", textContent: closed });
    (row.querySelector(".row-terms") || row.firstElementChild).append(" ", tag);
  }

  // A posting's page as it would be built today.
  function close(notice) {
    const gone = [...document.querySelectorAll("[data-while-open]")];
    const focused = document.activeElement;
    const isLeft = gone.some((piece) => piece.contains(focused));
    notice.append(notice.querySelector("template").content);
    gone.forEach((piece) => piece.remove());
    document.querySelectorAll("[data-later]").forEach((name) => (name.textContent = name.dataset.later));
    const similar = document.querySelector(".similar");
    if (similar) notice.closest("header").after(similar);
    if (similar?.contains(focused)) focused.focus(); // what is moved loses it
    if (!isLeft) return;
    notice.tabIndex = -1;
    notice.focus();
  }

  function check() {
    const day = today();
    for (const piece of document.querySelectorAll("[data-until]")) {
      if (piece.dataset.until >= day) continue;
      piece.removeAttribute("data-until");
      (piece.querySelector("template") ? close : mark)(piece);
    }
  }

  check();
  // A page that was left open, or comes back as it was left.
  document.addEventListener("visibilitychange", check);
  addEventListener("pageshow", check);
})();
