// Ways to send a link: copy, the phone's own share sheet, mail, text message, and a code to scan.
(() => {
  const { make } = guide;
  const { says, words } = guide.data;
  const SHOWN = 2500; // milliseconds that the answer stays on a button

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // there is no clipboard without https, or it is not allowed
    }
  };
  const copier = (name, textOf, field) => {
    const button = make("button", { class: "button", type: "button", "aria-live": "polite" }, name);
    button.addEventListener("click", async () => {
      const done = await copied(textOf());
      if (!done) field.select();
      button.textContent = done ? words.link_copied : says.selected;
      setTimeout(() => (button.textContent = name), SHOWN);
    });
    return button;
  };

  // Returns an element whose `show(link, message)` sets what it sends; *title* is a mail's subject.
  guide.send = (title) => {
    let [link, message] = ["", ""];
    const field = make("input", {
      class: "address",
      readonly: true,
      "aria-label": says.link,
      focus: () => field.select(),
    });
    const mail = make("a", { class: "button button--quiet" }, says.mail);
    const sms = make("a", { class: "button button--quiet" }, says.sms);
    const text = make("textarea", { class: "address", readonly: true, rows: 6, "aria-label": says.message });
    const qr = make("div", { class: "own-send__qr" });
    const share = navigator.share
      ? make(
          "button",
          {
            class: "button button--quiet",
            type: "button",
            click: () => navigator.share({ title, url: link }).catch(() => {}),
          },
          words.share,
        )
      : "";
    const codeFold = make("details", { class: "fold" }, make("summary", {}, says.code), qr);
    const drawCode = () => {
      if (!codeFold.open || !link) return;
      const code = guide.qr(link);
      code.setAttribute("aria-label", `${words.qr_code} ${link}`);
      qr.replaceChildren(code);
    };
    codeFold.addEventListener("toggle", drawCode);
    const element = make(
      "div",
      { class: "own-send" },
      field,
      make(
        "p",
        { class: "actions" },
        copier(words.copy_link, () => link, field),
        share,
        mail,
        sms,
      ),
      codeFold,
      make(
        "details",
        { class: "fold" },
        make("summary", {}, says.message),
        text,
        make(
          "p",
          {},
          copier(says.copy_text, () => message, text),
        ),
      ),
    );
    element.show = (newLink, newMessage) => {
      [link, message] = [newLink, newMessage];
      field.value = link;
      text.value = message;
      mail.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(message)}`;
      sms.href = `sms:?&body=${encodeURIComponent(message)}`;
      drawCode();
    };
    return element;
  };
  guide.send.fromFolder = () => make("p", { class: "own-send" }, says.from_folder);
})();
