import { changed } from './changed.ts'
import type { Kind } from './kind.ts'
import { topic } from './topic.ts'

/**
 * 主动治理专题, version 2: its measures, and what is said of its result, are for everybody to read: a topic answers to the place
 * and to nobody in it. Whoever writes them is told so at the field, and what leads to a person is refused. What was written
 * in topics of version 1 was not written for everybody and stays within the house.
 */
export const topic2: Kind = {
  ...topic,
  version: 2,
  moves: {
    ...topic.moves,
    ...changed(topic.moves, {
      setMeasures: {
        public: true,
        effect: {
          zh: '落实计时到这一天为止；措施和期限对外公开',
          en: 'The clock runs until that date; measures and date are public',
        },
      },
      conclude: {
        public: true,
        effect: {
          zh: '结束；前后数字和这段话对外公开',
          en: 'Ends it; the figures before and after are public, and so are these words',
        },
      },
    }),
  },
}
