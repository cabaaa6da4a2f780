const BAR = 24
const LINE_EVERY_MS = 10_000
const REDRAW_EVERY_MS = 200

export interface Progress {
  readonly tell: (done: number, total: number) => void
  readonly end: () => void
}

/** A bar with rate and time left on a terminal; plain lines, one every ten seconds, where output goes to a file. */
export function showProgress(
  unit: string,
  out: NodeJS.WriteStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const began = now()
  let shown = began
  return {
    tell(done, total) {
      const moment = now()
      const seconds = (moment - began) / 1000
      const rate = seconds > 0 ? done / seconds : 0
      const left = rate > 0 ? (total - done) / rate : 0
      if (done < total && moment - shown < (out.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS)) return
      shown = moment
      const share = total > 0 ? done / total : 1
      const figures = `${count(done)} of ${count(total)} ${unit}, ${count(Math.round(rate))}/s, ${timeOf(left)} left`
      if (out.isTTY) {
        const full = Math.floor(share * BAR)
        const bar = '█'.repeat(full) + '░'.repeat(BAR - full)
        out.write(`\r\u001b[2K${bar} ${Math.floor(share * 100)} %  ${figures}`)
      } else out.write(`${Math.floor(share * 100)} %  ${figures}\n`)
    },
    end: () => void (out.isTTY && out.write('\n')),
  }
}

export const count = (value: number): string => value.toLocaleString('en-US')

const timeOf = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
