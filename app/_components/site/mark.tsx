/** The wordmark's sign: a voice (speech bubble) with Toruń's bell. Drawn by us; not the city's coat of arms. */
export function Mark() {
  return (
    <svg viewBox="0 0 40 40" width="38" height="38" aria-hidden="true" className="mark-sign">
      <path className="bubble" d="M7 3h26a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H20l-9 7v-7H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z" />
      <path className="bell" d="M20 7.6a1.5 1.5 0 0 1 1.5 1.5v.5c3.8.7 5.6 3.900 5.900 8 .2 2.700.9 4.200 2.400 5.500.4.400.2 1-.4 1H10.600c-.6 0-.8-.6-.4-1 1.500-1.300 2.200-2.800 2.400-5.500.3-4.100 2.100-7.300 5.900-8v-.5A1.500 1.500 0 0 1 20 7.600z" />
      <circle className="bell" cx="20" cy="26.400" r="1.900" />
    </svg>
  )
}
