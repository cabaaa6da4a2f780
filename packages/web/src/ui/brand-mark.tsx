/** Two lines that cross and make a heart around a grid cell: 连 (joined), 心 (heart). Decorative: the name stands beside it. */
export const BrandMark = ({ size = 32 }: { readonly size?: number }) => (
  <svg
    className="lx-mark"
    width={size}
    height={size}
    viewBox="0 0 48 48"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="48" height="48" rx="11" fill="var(--brand)" />
    <path
      d="M24 38.6 10.5 24.6a8.8 8.8 0 0 1 12.4-12.4L33.8 23.2M24 38.6l13.5-14a8.8 8.8 0 0 0-12.4-12.4L14.2 23.2"
      fill="none"
      stroke="var(--on-brand)"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
