import { useRef } from 'react'
import { readDraft, useDraft } from '../../data/drafts.ts'
import type { KeptPhoto } from '../../data/photo-uploads.ts'
import { useReceipts } from './receipt-store.ts'
import { EMPTY_REPORT, MOST_PHOTOS, type ReportDraft } from './report-draft.ts'

const DRAFT = 'report'

/** Is a matter waiting on this device that was begun and not sent? */
export const useUnsentReport = (): ReportDraft | null => {
  const { value, savedAt } = useDraft<ReportDraft>(DRAFT, EMPTY_REPORT)
  return savedAt === null ? null : { ...EMPTY_REPORT, ...value }
}

/** The matter being written, shared by every tab of this device. */
export const useReportDraft = () => {
  const { value, savedAt, set, commandId, clear } = useDraft<ReportDraft>(DRAFT, EMPTY_REPORT)
  const receipts = useReceipts()
  // The id under which this page last saw its draft: when a receipt appears for it, another tab (or this one) sent it.
  const seen = useRef<string | null>(null)
  seen.current = readDraft(DRAFT)?.commandId ?? seen.current
  const photosNow = () => readDraft<ReportDraft>(DRAFT)?.value.photos ?? []

  return {
    // A draft of an older version may lack what was added since.
    draft: { ...EMPTY_REPORT, ...value },
    savedAt,
    set,
    commandId,
    clear,
    /** What is stored at this moment, whichever tab wrote it: this is what is sent. */
    now: (): ReportDraft => ({ ...EMPTY_REPORT, ...readDraft<ReportDraft>(DRAFT)?.value }),
    keepPhoto: (photo: KeptPhoto) => set({ photos: [...photosNow(), photo].slice(0, MOST_PHOTOS) }),
    dropPhoto: (fileId: string) => set({ photos: photosNow().filter((photo) => photo.fileId !== fileId) }),
    wasSent: receipts.some((kept) => kept.commandId === seen.current),
  }
}
