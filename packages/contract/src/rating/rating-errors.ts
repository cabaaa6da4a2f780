import { type ErrorEntry, never } from '../error-entry.ts'

/** Refusals of topics and of the rating of subdistricts and departments. */
export const ratingErrors = {
  'rating.no-item': never(
    422,
    '这件事还没有归到事项，先研判再提为专题。',
    'This matter has no item yet. Triage it first, then propose a topic.',
  ),
  'rating.topic-open': never(
    409,
    '这个地方的这类事已经有专题，正在办理。',
    'There is a topic already for this place and item.',
  ),
  'rating.already': never(
    409,
    '您这一季已经评过这个单位了。为了不留下谁打了多少分，评过的不能改。',
    'You have rated this unit for the quarter already. So that nobody can see who gave what, it cannot be changed.',
  ),
  'rating.not-yours': never(
    422,
    '您不能评这个单位：只评自己的街道和区里的部门。',
    'You cannot rate this unit: only your own subdistrict and the departments of the district.',
  ),
  'rating.quarter-over': never(409, '只能评正在进行的这一季。', 'Only the quarter that runs can be rated.'),
  'rating.answered': never(
    409,
    '这一季已经回应过了，每季一次。',
    'This quarter has been answered already; once is all there is.',
  ),
  'rating.not-published': never(
    409,
    '这一季的结果还没有公布，公布以后才能回应。',
    'The result of this quarter is not published yet; it can be answered once it is.',
  ),
} as const satisfies Record<string, ErrorEntry>
