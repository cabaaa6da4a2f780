import { CASE_ERRORS } from './case/case-errors.ts'
import { itemErrors } from './catalogue/item-errors.ts'
import { type ErrorEntry, later, never, type Retry } from './error-entry.ts'
import { gateErrors } from './gate/gate-errors.ts'
import { ORG_ERRORS } from './org/org-errors.ts'
import { ratingErrors } from './rating/rating-errors.ts'
import { routingErrors } from './routing/routing-errors.ts'
import type { Bilingual } from './schema.ts'
import { settingErrors } from './setting/setting-errors.ts'
import { whistleErrors } from './whistle/whistle-errors.ts'

export type { ErrorEntry, Retry }

/** Every refusal and fault that the API can answer with, as problem+json (RFC 9457). */
export const ERRORS = {
  'input.invalid': never(
    400,
    '填写的内容有几处需要修改，已写的都还在。',
    'A few entries need changing. What you typed is still there.',
  ),
  'input.too-large': never(
    413,
    '内容太大，请缩短文字或减少照片。',
    'That is too large. Please shorten the text or send fewer photos.',
  ),
  'input.key-missing': never(
    400,
    '请求缺少操作编号(Idempotency-Key,UUIDv7)。',
    'The request lacks its operation number (Idempotency-Key, a UUIDv7).',
  ),
  'input.key-future': never(
    400,
    '设备时间比实际时间快了一天以上，请校准后再试。',
    "The device's clock is more than a day ahead. Please correct it and try again.",
  ),
  'input.key-reused': never(
    409,
    '这个操作编号已用于另一份内容，没有重复提交。',
    'This operation number was used for other content. Nothing was sent twice.',
  ),
  'auth.required': never(401, '请先登录，已写的内容会保留。', 'Please sign in. What you typed is kept.'),
  'auth.denied': never(403, '您的岗位不能做这一步。', 'Your post does not allow this step.'),
  'auth.purpose-required': never(
    403,
    '查看个人信息前，请先说明用途。',
    'Please state the purpose before seeing personal data.',
  ),
  'auth.locked': later(429, '尝试次数太多，请过一会儿再试。', 'Too many attempts. Please try again later.'),
  'auth.wrong': never(
    401,
    '用户名或密码不对，请再核对一遍。',
    'The user name or password is not right. Please check both.',
  ),
  'rate.limited': later(
    429,
    '操作太频繁，请稍等一会儿再试。',
    'Too many requests. Please wait a little and try again.',
  ),
  'not-found': never(
    404,
    '没有找到，可能不在您的范围内，或编号有误。',
    'Nothing found: it may be outside your area, or the number is wrong.',
  ),
  'server.fault': later(
    500,
    '系统出了差错，已记录。您填写的内容没有丢，请稍后再试。',
    'Something went wrong and has been noted. What you typed is not lost; please try again later.',
  ),
  'server.busy': later(503, '系统正忙，请稍后再试。', 'The system is busy. Please try again shortly.'),
  'place.outside': never(422, '这个地点不在{tenant}范围内。', 'This point is outside {tenant}.'),
  'place.swapped': never(422, '经度和纬度好像写反了。', 'Longitude and latitude seem to be swapped.'),
  'place.gcj02': never(
    422,
    '这个坐标像是高德或腾讯地图的坐标(GCJ-02),请注明坐标系。',
    'This looks like an AMap or Tencent coordinate (GCJ-02). Please name its reference system.',
  ),
  'place.bd09': never(
    422,
    '这个坐标像是百度地图的坐标(BD-09),请注明坐标系。',
    'This looks like a Baidu coordinate (BD-09). Please name its reference system.',
  ),
  'place.unknown': never(
    422,
    '没有找到这个地点，请在列表里重选。',
    'This place is not known. Please choose it from the list again.',
  ),
  'place.beyond-post': never(
    422,
    '这个地点不在您负责的范围内，请核对地点；确实在别处的，请告诉那里的社区。',
    'This place is not within your area. Please check it; if it is right, please tell the community there.',
  ),
  'place.required': never(
    422,
    '请告诉我们在哪里：在地图上点，或从列表里选。',
    'Please tell us where: tap the map or choose from the list.',
  ),
  'file.not-an-image': never(
    422,
    '这个文件不是照片(支持 JPEG、PNG、WebP)。',
    'This file is not a photo (JPEG, PNG and WebP are accepted).',
  ),
  'file.kind-not-accepted': never(
    422,
    '暂不支持这种照片格式(如 HEIC)。请改用 JPEG、PNG 或 WebP;苹果手机可在“设置-相机-格式”选“兼容性最佳”。',
    'This kind of photo (HEIC, for example) cannot be read here. Please send JPEG, PNG or WebP; on an iPhone choose Settings, Camera, Formats, Most Compatible.',
  ),
  'file.too-large': never(
    413,
    '照片超过 10 MB,请换一张小一些的。',
    'The photo is larger than 10 MB. Please choose a smaller one.',
  ),
  'file.too-many-pixels': never(
    422,
    '照片的像素太多，请换一张。',
    'The photo has too many pixels. Please choose another.',
  ),
  'file.damaged': never(422, '照片已损坏，打不开。', 'The photo is damaged and cannot be opened.'),
  'file.unknown': never(
    422,
    '有一张照片没有传上来，请重新选择。',
    'One photo did not arrive. Please choose it again.',
  ),
  'file.too-many': never(422, '最多 9 张照片。', 'Nine photos at most.'),
  'file.storage-full': later(
    507,
    '存储空间不足，照片没有保存；文字不受影响，请稍后再传。',
    'Storage is full: the photo was not saved. Your words are safe; please try the photo later.',
  ),
  ...CASE_ERRORS,
  ...ORG_ERRORS,
  'follow.wrong': never(
    401,
    '编号或查询码不对，请核对回执。',
    'The number or code is not right. Please check your receipt.',
  ),
  'follow.otp-wrong': never(401, '验证码不对或已过期。', 'The one-time code is wrong or has expired.'),
  'echo.no-consent': never(
    409,
    '反映人没有同意公开，不能上回音壁。',
    'The requester has not agreed, so it cannot go on the echo wall.',
  ),
  'echo.not-closed': never(
    409,
    '这件事还没有办结，办结以后才能上回音壁。',
    'This matter is not closed yet. It can go on the echo wall after that.',
  ),
  'echo.not-solved': never(
    409,
    '这件事没有解决或已撤回，不上回音壁。',
    'This matter was not solved or was withdrawn, so it does not go on the echo wall.',
  ),
  'echo.personal-left': never(
    422,
    '公开的文字里还有可能认出个人的内容，请逐处删去，或确认可以保留。',
    'The public text still holds what may single somebody out. Please remove each place, or say that it may stay.',
  ),
  'echo.picture-unconfirmed': never(
    422,
    '请先看清照片：没有能认出的人脸和车牌，再确认。',
    'Please look at the photo first and confirm that no face and no plate can be recognised.',
  ),
  'echo.picture-unknown': never(
    422,
    '有一张公开照片已经不在了，请重新选择。',
    'One of the public pictures is gone. Please choose it again.',
  ),
  'echo.down': never(410, '这条回音已经撤下。', 'This answer has been taken down.'),
  'echo.over': never(
    409,
    '这件事已经结束。如果又发生了，请重新反映。',
    'This matter has ended. If it happens again, please raise it anew.',
  ),
  'echo.code-wrong': never(
    401,
    '关注码不对，请再核对一遍。',
    'The code is not right. Please check it again.',
  ),
  ...settingErrors,
  ...ratingErrors,
  ...routingErrors,
  ...gateErrors,
  ...itemErrors,
  ...whistleErrors,
  'message.failed': later(
    502,
    '短信没有发出去，请稍后再试。',
    'The message could not be sent. Please try again later.',
  ),
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/** Codes, numbers and closed words (in both languages where they have two) that fill the sentence; never personal text. */
export type ErrorValues = Readonly<Record<string, string | number | Bilingual>>

/** A decision that says no. `decide` returns it; only the kernel makes an HTTP answer of it. */
export type Refusal = {
  readonly refusal: ErrorCode
  readonly values?: ErrorValues
  readonly fields?: readonly FieldProblem[]
}
export type FieldProblem = { readonly field: string; readonly zh: string; readonly en: string }

export const refuse = (refusal: ErrorCode, values?: ErrorValues): Refusal =>
  values ? { refusal, values } : { refusal }
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refusal' in value
