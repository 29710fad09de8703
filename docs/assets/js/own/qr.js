// Draws a text as a QR code by ISO/IEC 18004, so that a phone reads from a screen or from paper what a page has made.
// guide.qr(text) is an SVG, guide.qr.matrix(text) its modules without the quiet zone; a text that no version holds throws.
(() => {
  const QUIET = 4; // light modules that the standard wants on every side
  const FREE = -1; // a module that holds data; the others are 1 for dark and 0 for light

  // By version: codewords of data, of error correction in each block, and blocks. M bears more dirt. It ends at version 20
  // (97 modules), so that a long link takes L and has modules large enough to print.
  const LEVELS = {
    M: {
      indicator: 0b00,
      data: [16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669],
      corrections: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
      blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
    },
    L: {
      indicator: 0b01,
      data: [19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861, 932, 1006, 1094,
        1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434, 2566, 2702, 2812, 2956],
      corrections: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28,
        ...Array(14).fill(30)],
      blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
        19, 19, 20, 21, 22, 24, 25],
    },
  };

  // A mask inverts the modules where its condition holds; its place in this list is its number.
  const MASKS = [
    (row, column) => (row + column) % 2 === 0,
    (row) => row % 2 === 0,
    (row, column) => column % 3 === 0,
    (row, column) => (row + column) % 3 === 0,
    (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
    (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
    (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
    (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
  ];

  const sizeOf = (version) => 4 * version + 17;
  const list = (length, item) => Array.from({ length }, (_, i) => item(i));

  function smallestFit(length, levels) {
    for (const level of levels)
      for (let version = 1; version <= level.data.length; version++)
        if (length + (version < 10 ? 2 : 3) <= level.data[version - 1]) return [version, level];
    throw new RangeError(`No QR code holds ${length} bytes`);
  }

  // Mode, count, bytes and terminator are each a multiple of half a codeword, so they are written in digits of 4 bits.
  function dataCodewords(bytes, version, level) {
    const count = [12, 8, 4, 0].slice(version < 10 ? 2 : 0).map((shift) => (bytes.length >> shift) & 15);
    const digits = [0b0100, ...count, ...Array.from(bytes).flatMap((byte) => [byte >> 4, byte & 15]), 0b0000];
    const codewords = list(digits.length / 2, (i) => (digits[2 * i] << 4) | digits[2 * i + 1]);
    for (let pad = 0xec; codewords.length < level.data[version - 1]; pad ^= 0xec ^ 0x11) codewords.push(pad);
    return codewords;
  }

  // Reed–Solomon codes count in a field of 256 elements: 0 and the powers of 2, modulo x⁸ + x⁴ + x³ + x² + 1.
  const POWERS = [1];
  while (POWERS.length < 255) POWERS.push((POWERS.at(-1) << 1) ^ (POWERS.at(-1) > 127 ? 0x11d : 0));
  const LOGARITHMS = list(256, (element) => POWERS.indexOf(element));
  const product = (a, b) => (a && b ? POWERS[(LOGARITHMS[a] + LOGARITHMS[b]) % 255] : 0);

  // The product of (x - 2ⁱ) for each i below the degree, highest power first and without its leading 1.
  function generatorPolynomial(degree) {
    let polynomial = [1];
    for (const root of POWERS.slice(0, degree))
      polynomial = [...polynomial, 0].map((coefficient, i) => coefficient ^ product(polynomial[i - 1], root));
    return polynomial.slice(1);
  }

  // Error correction is what remains of the data when it is divided by the generator.
  function errorCorrection(data, generator) {
    const remainder = [...data, ...generator.map(() => 0)];
    for (let i = 0; i < data.length; i++) {
      const factor = remainder[i];
      for (let j = 0; j < generator.length; j++) remainder[i + 1 + j] ^= product(generator[j], factor);
    }
    return remainder.slice(data.length);
  }

  // Blocks take turns, codeword by codeword, so that a stain takes a little of each. Only the last ones may be longer, by one.
  const interleaved = (blocks) => blocks.at(-1).flatMap((_, i) => blocks.flatMap((block) => block.slice(i, i + 1)));

  function finalMessage(data, version, level) {
    const count = level.blocks[version - 1];
    const start = (block) => Math.floor(data.length / count) * block + Math.max(0, block - count + (data.length % count));
    const blocks = list(count, (block) => data.slice(start(block), start(block + 1)));
    const generator = generatorPolynomial(level.corrections[version - 1]);
    return [...interleaved(blocks), ...interleaved(blocks.map((block) => errorCorrection(block, generator)))];
  }

  function alignmentCentres(version) {
    if (version === 1) return [];
    const gaps = Math.floor(version / 7) + 1;
    const last = sizeOf(version) - 7;
    const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / gaps / 2); // 32 is the standard's one exception
    return [6, ...list(gaps, (gap) => last - step * (gaps - 1 - gap))];
  }

  // Squares in each other, from the centre outwards, as far as they are in the symbol.
  function addSquares(rows, row, column, rings) {
    const reach = rings.length - 1;
    for (let y = Math.max(0, row - reach); y <= Math.min(rows.length - 1, row + reach); y++)
      for (let x = Math.max(0, column - reach); x <= Math.min(rows.length - 1, column + reach); x++)
        rows[y][x] = rings[Math.max(Math.abs(y - row), Math.abs(x - column))];
  }

  function functionPatterns(version) {
    const size = sizeOf(version);
    const rows = list(size, () => Array(size).fill(FREE));
    for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) addSquares(rows, row, column, [1, 1, 0, 1, 0]);
    for (const row of alignmentCentres(version))
      for (const column of alignmentCentres(version)) if (rows[row][column] === FREE) addSquares(rows, row, column, [1, 0, 1]);
    // The timing patterns come last: they cross alignment patterns and agree with them.
    for (let i = 8; i < size - 8; i++) rows[6][i] = rows[i][6] = (i + 1) % 2;
    return rows;
  }

  // Format and version information, each twice, lowest bit first, and the one module that is always dark.
  function addInformation(rows, format, version, dark) {
    const size = rows.length;
    for (let i = 0; i < 15; i++) {
      rows[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = (format >> i) & 1;
      rows[8][i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i] = (format >> i) & 1;
    }
    rows[size - 8][8] = dark;
    for (let i = 0; i < 18 && size >= sizeOf(7); i++) {
      const [along, across] = [Math.floor(i / 3), size - 11 + (i % 3)];
      rows[along][across] = rows[across][along] = (version >> i) & 1;
    }
  }

  // The value and then its BCH code: what remains of it when it is divided by the generator, bit by bit.
  function withRemainder(value, generator, digits) {
    let remainder = value << digits;
    for (let over; (over = Math.clz32(generator) - Math.clz32(remainder)) >= 0; ) remainder ^= generator << over;
    return (value << digits) | remainder;
  }

  // Bits run up and down in pairs of columns, from the right; the column of the timing pattern is passed over.
  function place(rows, message) {
    const size = rows.length;
    let next = 0;
    for (let pair = 0; pair < (size - 1) / 2; pair++)
      for (let i = 0; i < 2 * size; i++) {
        const row = pair % 2 ? i >> 1 : size - 1 - (i >> 1);
        const right = size - 1 - 2 * pair - (i % 2);
        const column = right > 6 ? right : right - 1;
        if (rows[row][column] === FREE) rows[row][column] = (message[next >> 3] >> (7 - (next++ % 8))) & 1;
      }
  }

  // Masks and rules take whole lines, as one binary number or as text, which is quicker than one module after the other.
  // The lines of a symbol are its rows and then its columns.
  const asNumber = (line) => BigInt(`0b${line}`);
  const asText = (number, size) => number.toString(2).padStart(size, "0");
  const linesOf = (rows) =>
    [...rows, ...rows.map((_, column) => rows.map((modules) => modules[column]))].map((line) => asNumber(line.join("")));

  // After 12 modules every mask repeats.
  function maskLines(mask, size) {
    const line = (holds) => asNumber(list(12, (i) => Number(holds(i))).join("").repeat(size / 12 + 1).slice(0, size));
    const rows = list(12, (row) => line((column) => mask(row, column)));
    const columns = list(12, (column) => line((row) => mask(row, column)));
    return [rows, columns].flatMap((lines) => list(size, (i) => lines[i % 12]));
  }

  const count = (text, pattern) => (text.match(pattern) ?? []).length;

  function penalty(lines) {
    const size = lines.length / 2;
    const quiet = "-".repeat(QUIET);
    const text = quiet + lines.map((line) => asText(line, size) + quiet).join("");
    // Rule 1: runs of five or more of one colour.
    const runs = (text.match(/00000+|11111+/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
    // Rule 2: squares of two by two modules of one colour: 0 where none of the four differs from its neighbours.
    const differing = lines.slice(1, size).map((row, above) => {
      const fromAbove = row ^ lines[above];
      return asText(fromAbove | (fromAbove >> 1n) | (row ^ (row >> 1n)), size).slice(1);
    });
    const squares = count(differing.join(""), /0/g);
    // Rule 3: what looks like a finder, dark 1:1:3:1:1, beside four light modules. Of two that overlap one counts, as in the
    // build's own codes.
    const finders = count(text, /[-0]{4}1011101|1011101(?=[-0]{4})/g);
    // Rule 4: the share of dark modules, in whole steps of 5 % from a half.
    const share = count(text.slice(0, text.length / 2), /1/g) / size ** 2;
    return runs + 3 * squares + 40 * finders + 10 * Math.floor(Math.abs(share * 100 - 50) / 5);
  }

  // The bytes are UTF-8 and do not say so, as phones expect. Tests name a level, to see all of it.
  function matrix(text, names = ["M", "L"]) {
    const bytes = new TextEncoder().encode(text);
    const [version, level] = smallestFit(bytes.length, names.map((name) => LEVELS[name]));
    const rows = functionPatterns(version);
    addInformation(rows, 0, 0, 0); // the standard writes it once the mask is chosen; until then it is light
    const free = linesOf(rows.map((modules) => modules.map((module) => Number(module === FREE))));
    place(rows, finalMessage(dataCodewords(bytes, version, level), version, level));
    const lines = linesOf(rows);
    const candidates = MASKS.map((mask) => maskLines(mask, rows.length).map((line, i) => lines[i] ^ (line & free[i])));
    const penalties = candidates.map(penalty);
    const best = penalties.indexOf(Math.min(...penalties));
    const result = candidates[best].slice(0, rows.length).map((row) => [...asText(row, rows.length)].map(Number));
    const format = withRemainder((level.indicator << 3) | best, 0b10100110111, 10) ^ 0b101010000010010;
    addInformation(result, format, withRemainder(version, 0b1111100100101, 12), 1);
    return result.map((modules) => modules.map(Boolean));
  }

  function element(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  }

  // Black on white in every colour scheme. The caller names it in aria-label and sizes it; data-modules counts the quiet zone.
  function qr(text) {
    const rows = matrix(text).map((modules) => modules.map(Number).join(""));
    const side = rows.length + 2 * QUIET;
    const bars = rows.flatMap((row, y) =>
      Array.from(row.matchAll(/1+/g), ({ index: x, 0: bar }) => `M${x + QUIET} ${y + QUIET}h${bar.length}v1h-${bar.length}z`),
    );
    const attributes = { viewBox: `0 0 ${side} ${side}`, "data-modules": side, "shape-rendering": "crispEdges", role: "img" };
    const svg = element("svg", attributes);
    svg.append(element("rect", { width: side, height: side, fill: "#fff" }));
    svg.append(element("path", { d: bars.join(""), fill: "#000" }));
    return svg;
  }

  guide.qr = Object.assign(qr, { matrix });
})();
