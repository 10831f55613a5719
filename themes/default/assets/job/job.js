"use strict";
/* A posting's page: saving, sharing, and the apply button that stays in reach. All of it works without, but for saving. */
(() => {
  // ---------- Save ----------

  const save = document.querySelector("[data-save]");
  const note = document.querySelector("[data-note]");

  function job() {
    const { save: slug, title, url, place, closes, closesText, language } = save.dataset;
    return { slug, title, url, place, closes, closesText, language };
  }

  function show(isSaved) {
    save.setAttribute("aria-pressed", String(isSaved));
    save.querySelector("[data-off]").hidden = isSaved;
    save.querySelector("[data-on]").hidden = !isSaved;
  }

  function toggle() {
    const isSaved = Shortlist.has(save.dataset.save);
    const isKept = isSaved ? Shortlist.remove(save.dataset.save) : Shortlist.add(job());
    note.textContent = isKept ? "" : note.dataset.failed;
  }

  if (save && window.Shortlist) {
    save.addEventListener("click", toggle);
    Shortlist.whenChanged((jobs) => show(jobs.some((other) => other.slug === save.dataset.save)));
  }

  // ---------- Share ----------

  const share = document.querySelector("[data-share]");

  // The system's own sheet where there is one; else the panel opens as it does without script.
  async function openSheet(event) {
    if (!navigator.share || share.open) return;
    event.preventDefault();
    try {
      await navigator.share({ title: share.dataset.title, url: share.dataset.url });
    } catch (error) {
      if (error.name !== "AbortError") share.open = true; // closing the sheet is no failure
    }
  }

  async function copy(event) {
    const button = event.currentTarget;
    try {
      await navigator.clipboard.writeText(share.dataset.url);
      button.querySelector("[data-done]").textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(share.querySelector("[data-address]")); // ready for the visitor's own copying
    }
  }

  if (share) {
    share.querySelector("summary").addEventListener("click", openSheet);
    share.querySelector("[data-copy]").addEventListener("click", copy);
  }

  // ---------- The bar ----------

  const first = document.querySelector("[data-apply-first]");
  const bar = document.querySelector("[data-apply-bar]");

  // While the first button is in view, the bar would only repeat it: it rests unless it is at its own place.
  if (first && bar && bar.nextElementSibling) {
    const seen = new Map();
    const watch = new IntersectionObserver((entries) => {
      entries.forEach((entry) => seen.set(entry.target, entry.isIntersecting));
      bar.toggleAttribute("data-resting", seen.get(first) && !seen.get(bar.nextElementSibling));
    });
    watch.observe(first);
    watch.observe(bar.nextElementSibling);
  }
})();
