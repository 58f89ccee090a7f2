// What a page must be like, as a person would see it. The value is the ground's colour and a list of faults.
(() => {
  const faults = [];
  const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  if (document.documentElement.scrollWidth > window.innerWidth)
    faults.push(`is ${document.documentElement.scrollWidth} wide in a window of ${window.innerWidth}`);
  if (document.scripts.length > 0) faults.push("has a script");

  const parts = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\)$|transparent/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !seen(element) || ["title", "STYLE"].includes(element.tagName)) continue;
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? style.fill : style.color;
    const ratio = contrast(colour, ground(element));
    if (ratio < 4.5) faults.push(`"${element.textContent.slice(0, 30)}" has a contrast of ${ratio.toFixed(2)}`);
    if (parseFloat(style.fontSize) < 11) faults.push(`"${element.textContent.slice(0, 30)}" is ${style.fontSize} small`);
  }
  for (const mark of document.querySelectorAll("figure .s1, figure .s2")) {
    const ratio = contrast(getComputedStyle(mark).fill, ground(mark));
    if (ratio < 3) { faults.push(`a mark has a contrast of ${ratio.toFixed(2)}`); break; }
  }

  for (const figure of document.querySelectorAll("figure")) {
    const frame = figure.getBoundingClientRect();
    for (const chart of figure.querySelectorAll("svg[role=img]")) {
      const texts = [...chart.querySelectorAll("text")].filter(seen)
        .map((text) => [text.textContent, text.getBoundingClientRect()]);
      const bars = [...chart.querySelectorAll("rect")].map((bar) => bar.getBoundingClientRect());
      if (!chart.getAttribute("aria-label")) faults.push("a chart has no name");
      texts.forEach(([text, box], index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
          faults.push(`"${text}" reaches out of its chart: ${box.left}..${box.right} of ${frame.left}..${frame.right}`);
        const over = (other) => box.left < other.right - 0.5 && other.left < box.right - 0.5
          && box.top < other.bottom - 3 && other.top < box.bottom - 3;
        for (const [other, place] of texts.slice(index + 1))
          if (over(place)) faults.push(`"${text}" lies over "${other}"`);
        if (bars.some(over)) faults.push(`"${text}" lies over a bar`);
      });
      for (const bar of bars)
        if (bar.right > frame.right + 1 || bar.top < frame.top - 1) { faults.push("a bar reaches out of its chart"); break; }
    }
  }
  return { ground: parts(getComputedStyle(document.body).backgroundColor).join(","), faults };
})()
