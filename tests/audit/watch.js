// Watches a search field: from a key to the frame that shows the last change of the results it led to.
(selector) => {
  const QUICKER = 16; // The browser tells of no event that was painted sooner.
  const PATIENCE = 5000;
  const field = document.querySelector(selector);
  const results = document.getElementById(field.getAttribute("aria-controls")) ?? document.querySelector("main");
  // What is only said to screen readers may come later, so as not to talk over the typing.
  const isSaid = (node) => Boolean((node.closest ? node : node.parentElement)?.closest("[aria-live], [role=status]"));
  const events = [];
  let start = 0;
  let shown = 0;
  let changed = 0;
  let frames = 0;

  field.addEventListener(
    "keydown",
    (event) => {
      start = event.timeStamp;
      shown = 0;
      changed = performance.now();
    },
    { capture: true },
  );

  // A message that is sent from within a frame's callbacks arrives when that frame has been painted.
  const onPaint = (act) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = act;
      channel.port2.postMessage(null);
    });

  new MutationObserver((records) => {
    if (!start || records.every((record) => isSaid(record.target))) return;
    changed = performance.now();
    frames += 1;
    onPaint(() => {
      shown = performance.now() - start;
      frames -= 1;
    });
  }).observe(results, { childList: true, subtree: true, characterData: true, attributeFilter: ["hidden"] });

  new PerformanceObserver((list) => events.push(...list.getEntries())).observe({
    type: "event",
    durationThreshold: QUICKER,
  });

  const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  window.auditKey = async (quiet) => {
    while ((frames || performance.now() - changed < quiet) && performance.now() - start < PATIENCE) await later(20);
    const own = events.filter((event) => event.startTime >= start - 1).map((event) => event.duration);
    return { shown, painted: Math.max(QUICKER, ...own) };
  };
}
