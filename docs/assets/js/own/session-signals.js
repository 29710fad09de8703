// What a session gives besides the picture: sounds, vibration, spoken counts by a voice of the device alone, and a screen that
// stays on. Each is used where the browser has it; what a reader turns off stays off on this device.
(() => {
  const { kept } = guide;
  const TONES = {
    go: [660, 0.09],
    hold: [880, 0.15],
    back: [520, 0.09],
    rest: [440, 0.3],
    ready: [440, 0.15],
    work: [880, 0.3],
    end: [660, 0.6],
  };
  const BUZZ = { hold: [60], rest: [120, 80, 120], ready: [60], work: [200], end: [300] };
  const LOUD = 0.2;
  const language = document.documentElement.lang;

  let context = null;
  const tone = (name) => {
    const [pitch, seconds] = TONES[name];
    try {
      context ||= new AudioContext();
      context.resume();
      const [source, volume] = [context.createOscillator(), context.createGain()];
      source.frequency.value = pitch;
      volume.gain.setValueAtTime(LOUD, context.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds);
      source.connect(volume).connect(context.destination);
      source.start();
      source.stop(context.currentTime + seconds);
    } catch {
      // There is no sound on this device.
    }
  };
  const voice = () =>
    globalThis.speechSynthesis
      ?.getVoices()
      .find((one) => one.localService && one.lang.slice(0, 2) === language.slice(0, 2));
  const speak = (text) => {
    const own = voice();
    if (!own) return;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = own;
    said.lang = own.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  };

  // Kept as what is turned off, so that a new kind of signal is on at first; spoken counts are off until somebody wants them.
  const isOn = (name) => (kept.read(`signal-${name}`) || (name === "voice" ? "off" : "on")) === "on";
  const turn = (name, on) => kept.write(`signal-${name}`, on ? "on" : "off");

  const give = (name, text) => {
    if (isOn("sound") && TONES[name]) tone(name);
    if (isOn("buzz") && BUZZ[name]) navigator.vibrate?.(BUZZ[name]);
    if (isOn("voice") && text) speak(text);
  };

  let lock = null;
  let wanted = false;
  const hold = async () => {
    try {
      lock = wanted && document.visibilityState === "visible" ? await navigator.wakeLock.request("screen") : null;
    } catch {
      lock = null; // the browser does not, or the battery is low
    }
  };
  const stayAwake = (whether) => {
    if (wanted === whether) return;
    wanted = whether;
    if (wanted) hold();
    else lock?.release();
  };
  document.addEventListener("visibilitychange", () => wanted && hold()); // a hidden page loses it

  guide.signals = {
    ...{ give, isOn, turn, stayAwake },
    kinds: () => ["sound", ...(navigator.vibrate ? ["buzz"] : []), ...(voice() ? ["voice"] : [])],
    whenVoices: (changed) => globalThis.speechSynthesis?.addEventListener?.("voiceschanged", changed),
  };
})();
