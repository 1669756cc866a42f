/** In ms: so long a server only answers; then it gets ready for what few ask: its thread for what takes long, Yoga, and where changes are taken the reader. Each takes about as much work as its own start. */
export const rest = 1000
