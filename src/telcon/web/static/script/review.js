// One key decides: it presses the button that bears it. Without this script the buttons do the same.
(() => {
  const OFF = "telcon keys off";
  const off = () => { try { return localStorage.getItem(OFF) !== null; } catch { return false; } };
  const keep = (on) => { try { on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"); } catch { /* it is kept for this page alone */ } };
  const aloud = document.createElement("p");

  function greet() {
    for (const hint of document.querySelectorAll("#review .hint")) hint.hidden = false;
    const box = document.getElementById("keys-on");
    if (!box) return;
    box.checked = !off();
    box.addEventListener("change", () => keep(box.checked));
  }

  document.addEventListener("keydown", (event) => {
    const box = document.getElementById("keys-on");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || (box && !box.checked)) return;
    if (event.target.closest("textarea, select, input:not([type=checkbox])")) {
      if (event.key === "Escape") document.getElementById("ask")?.focus();
      return;
    }
    const found = document.querySelector(`#review [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.tagName === "TEXTAREA") { found.focus(); return; }
    found.classList.add("hit");
    found.click();
  });

  // What went wrong is a whole page: it is shown in the place of this one.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status < 400) return;
    Object.assign(event.detail, { shouldSwap: true, isError: false, target: document.getElementById("main"), selectOverride: "#main", swapOverride: "outerHTML" });
  });

  // The next question is gone to, and what followed from the last answer is said aloud.
  document.addEventListener("htmx:afterSettle", () => {
    greet();
    document.querySelector("#ask, #main h1")?.focus({ preventScroll: true });
    aloud.textContent = document.getElementById("said")?.textContent ?? "";
  });

  aloud.className = "vh";
  aloud.setAttribute("role", "status");
  document.body.append(aloud);
  greet();
})();
