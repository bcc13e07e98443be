/** Five vertebrae along the curve of a back; read sideways, the bars of a beat. */
const bars = [
  [9, 0, 18],
  [6, 8, 20],
  [4, 16, 22],
  [7, 24, 22],
  [12, 32, 20],
] as const;

/** The mark beside the name. */
export const Logo = () => (
  <svg viewBox="0 0 36 38" aria-hidden="true" focusable="false">
    {bars.map(([x, y, width], index) => (
      <rect x={x} y={y} width={width} height="5.4" rx="2.7" class={index === 2 ? 'beat' : undefined} />
    ))}
  </svg>
);

/** The mark as the browser's tab shows it, in the page itself. */
export const icon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 38 38">${bars
    .map(
      ([x, y, width], index) =>
        `<rect x="${x}" y="${y}" width="${width}" height="5.4" rx="2.7" fill="${index === 2 ? '#a4481f' : '#1c6350'}"/>`,
    )
    .join('')}</svg>`,
)}`;
