import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Attributes } from '@opentelemetry/api'
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import { MeterProvider } from '@opentelemetry/sdk-metrics'

/**
 * Closed words and small numbers only: a route's pattern, a status, a channel. Never a path as it was asked for, an
 * id, or anything about a person: whoever may read the metrics may read nothing else.
 */
export type Labels = Readonly<Record<string, string | number>>

export interface Counter {
  add(amount: number, labels?: Labels): void
}

export interface Histogram {
  record(value: number, labels?: Labels): void
}

export interface Metrics {
  /** Counts up. `name` without the prefix `lianxin_`; `_total` is added by the format. */
  counter(name: string, help: string): Counter
  /** Sorts values into buckets whose upper bounds are given, in the unit at the end of the name (`_seconds`). */
  histogram(name: string, help: string, bounds?: readonly number[]): Histogram
  /** A value that is asked for when somebody looks. */
  gauge(name: string, help: string, read: () => number): void
  /** Everything as the text of the Prometheus exposition format, version 0.0.4. */
  render(): Promise<string>
  close(): Promise<void>
}

/** Content type of what `render` gives. */
export const METRICS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Seconds of a request, from a look-up in memory to something that has gone wrong. */
const SECONDS_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** A counter whose labels grow without end would fill the memory; past this many the rest is counted together. */
const LABEL_SETS_AT_MOST = 1000
const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

/** The numbers of one process, those of the process itself among them. Opens no port. */
export function createMetrics(): Metrics {
  const reader = new PrometheusExporter({ preventServerStart: true })
  const provider = new MeterProvider({
    readers: [reader],
    views: [{ instrumentName: '*', aggregationCardinalityLimit: LABEL_SETS_AT_MOST }],
  })
  const meter = provider.getMeter('lianxin')
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true)
  const fullName = (name: string) => {
    if (!NAME.test(name)) throw new RangeError(`not a name for a metric: ${name}`)
    return `lianxin_${name}`
  }

  const metrics: Metrics = {
    counter(name, description) {
      const counter = meter.createCounter(fullName(name), { description })
      return { add: (amount, labels?: Attributes) => counter.add(amount, labels) }
    },
    histogram(name, description, bounds = SECONDS_BOUNDS) {
      const advice = { explicitBucketBoundaries: [...bounds] }
      const histogram = meter.createHistogram(fullName(name), { description, advice })
      return { record: (value, labels?: Attributes) => histogram.record(value, labels) }
    },
    gauge(name, description, read) {
      meter
        .createObservableGauge(fullName(name), { description })
        .addCallback((result) => result.observe(read()))
    },
    async render() {
      const { resourceMetrics, errors } = await reader.collect()
      if (errors.length > 0) throw new AggregateError(errors, 'some metrics could not be read')
      return serializer.serialize(resourceMetrics)
    },
    async close() {
      delay.disable()
      await provider.shutdown()
    },
  }

  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  metrics.gauge(
    'event_loop_delay_p99_seconds',
    'Slowest 1 % of turns of the event loop since the last look',
    () => {
      const seconds = delay.percentile(99) / 1e9
      delay.reset()
      return seconds
    },
  )
  metrics.gauge('resident_memory_bytes', 'Memory of the server process', () => process.memoryUsage.rss())
  return metrics
}
