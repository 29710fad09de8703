// Beside the count: the stop rules, the whole screen, and which signals a session gives.
(() => {
  const { make, parts, signals } = guide;
  const { says, words } = guide.data;

  const button = (text, click, name) => make("button", { type: "button", class: `button ${name}`, click }, text);
  const signal = (kind) => {
    const box = make("input", {
      type: "checkbox",
      checked: signals.isOn(kind),
      autocomplete: "off",
      change: () => signals.turn(kind, box.checked),
    });
    return make("label", { class: "session__signal" }, box, ` ${says[kind]}`);
  };
  const wholeScreen = () => {
    const { documentElement: whole, fullscreenElement: isWhole } = document;
    if (isWhole) document.exitFullscreen();
    else whole.requestFullscreen().catch(() => {}); // the browser may refuse
  };

  // *itemsOf* returns what the session has; *pause* stops the clock while the rules are read.
  guide.sessionMore = (itemsOf, pause) => {
    const stopRules = () => {
      pause();
      const close = button(says.close, () => dialog.remove(), "");
      const dialog = make(
        "dialog",
        { class: "own-dialog", "aria-label": words.stop_if, close: () => dialog.remove() },
        parts.stop(itemsOf()),
        make("p", { class: "own-dialog__end" }, close),
      );
      guide.openDialog(dialog);
    };
    const holder = make("p", { class: "session__signals" });
    const canFill = document.documentElement.requestFullscreen;
    const element = make(
      "div",
      { class: "session__more" },
      button(says.when_to_stop, stopRules, "session__stop"),
      canFill ? button(says.full_screen, wholeScreen, "button--quiet") : "",
      holder,
    );
    element.show = () => holder.replaceChildren(...signals.kinds().map(signal));
    return element;
  };
})();
