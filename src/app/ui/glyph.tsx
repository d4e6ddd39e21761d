/** A path on a 16-pixel grid with 1.5-pixel strokes. Always beside words or a label, so hidden from screen readers. */
export const Glyph = ({ path, className = '' }: { path: string; className?: string }) => (
  <svg
    viewBox="0 0 16 16"
    className={`inline-block size-4 shrink-0 ${className}`}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)

// Those that a first visit draws; the others are icons by name.
export const problemPath = 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 5v3.6M8 10.8v.2'
export const searchPath = 'M7 2.2a4.8 4.8 0 1 1 0 9.6A4.8 4.8 0 0 1 7 2.2zM10.5 10.5l3.3 3.3'
export const themePath =
  'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 1.8v12.4M8 5.5h4M8 8h5.8M8 10.5h4'
