/** Two linked rings that make a heart: 连 (joined) and 心 (heart). Decorative: the name stands beside it. */
export const BrandMark = ({ size = 32 }: { readonly size?: number }) => (
  <svg
    className="lx-mark"
    width={size}
    height={size}
    viewBox="0 0 48 48"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="48" height="48" rx="12" fill="var(--brand)" />
    <g fill="none" stroke="var(--on-brand)" strokeWidth="4.4">
      <rect x="9.4" y="17.6" width="26" height="13.4" rx="6.7" transform="rotate(45 22.4 24.3)" />
      <rect x="12.6" y="17.6" width="26" height="13.4" rx="6.7" transform="rotate(-45 25.6 24.3)" />
    </g>
  </svg>
)
