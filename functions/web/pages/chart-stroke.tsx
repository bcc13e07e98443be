/** A line whose thickness stays as the style says, however the picture is stretched. */
export const Stroke = (line: { readonly class?: string | undefined; readonly d: string }) => (
  <path {...line} vector-effect="non-scaling-stroke" />
);
