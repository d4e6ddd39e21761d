/** The console's sign, as in its icon. In the page, so that the first load asks for no picture. */
export const Logo = () => (
  <svg viewBox="0 0 32 32" className="size-5 shrink-0" fill="none" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#4f46e5" />
    <path
      d="M7 21.5h11a5.5 5.5 0 0 0 0-11H9M13 5.5l-5 5 5 5"
      stroke="#fff"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
