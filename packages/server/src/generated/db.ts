// Written by `npm run db:types` from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways, RawBuilder } from 'kysely'

type Moment = RawBuilder<number>
/** timestamptz: read as epoch milliseconds, written with timestamp(). */
type TimestampColumn = ColumnType<number, Moment, Moment>
type NullableTimestampColumn = ColumnType<number | null, Moment | null | undefined, Moment | null>
type JsonValue = RawBuilder<unknown>
/** jsonb: read as what it is (check before use), written with json(). */
type JsonColumn = ColumnType<unknown, JsonValue, JsonValue>
type NullableJsonColumn = ColumnType<unknown, JsonValue | null | undefined, JsonValue | null>
/** A column with a default, and one that the database alone fills. */
export type Filled<T> = Generated<T>
export type Computed<T> = GeneratedAlways<T>
export type { JsonColumn, NullableJsonColumn, NullableTimestampColumn, TimestampColumn }

export interface AlertTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly kind: string
  readonly clock: string | null
  readonly place_code: string
  readonly unit_id: string | null
  readonly raised_at: TimestampColumn
  readonly settled_at: NullableTimestampColumn
  readonly about_unit_id: string | null
  readonly circle_id: string | null
  readonly percent: number | null
}

export interface BuildingTable {
  readonly tenant: number
  readonly id: string
  readonly compound_id: string
  readonly community_code: string
  readonly grid_code: string
  readonly name: string
  readonly address: string
  readonly floor_count: number
  readonly entrance_count: number
  readonly footprint: string
  readonly label_lon: number
  readonly label_lat: number
  readonly name_en: string
}

export interface CaseAssignmentTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly unit_id: string
  readonly role: string
  readonly state: string
  readonly round: number
  readonly handled_by: readonly string[]
  readonly circle_id: string | null
  readonly place_code: string
}

export interface CaseDetailTable {
  readonly tenant: number
  readonly case_id: string
  readonly words_id: string
  readonly detail_id: string | null
  readonly point_id: string | null
  readonly compound_id: string | null
  readonly building_id: string | null
  readonly echo_wall: boolean
  readonly language: string
  readonly answers_id: string | null
  readonly near_lon: number | null
  readonly near_lat: number | null
  readonly circle_id: string | null
}

export interface CaseFlagTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly flag: string
  readonly unit_id: string | null
  readonly account_id: string | null
  readonly raised_at: TimestampColumn
  readonly until: NullableTimestampColumn
  readonly owner_unit_id: string | null
  readonly party_id: string | null
  readonly circle_id: string | null
}

export interface CaseHandoverTable {
  readonly tenant: number
  readonly change_id: string
  readonly case_id: string
  readonly post_id: string
  readonly unit_id: string
  readonly vacant: boolean
  readonly handed_at: TimestampColumn
  readonly told_at: NullableTimestampColumn
  readonly taken_at: NullableTimestampColumn
  readonly taken_account: string | null
  readonly retry_at: NullableTimestampColumn
  readonly circle_id: string | null
  readonly acting: string | null
  readonly acted: Filled<boolean>
}

export interface CaseLinkTable {
  readonly tenant: number
  readonly case_id: string
  readonly kind: string
  readonly other_id: string
  readonly created_at: TimestampColumn
  readonly circle_id: string | null
}

export interface CaseNumberTable {
  readonly tenant: number
  readonly day: string
  readonly serial: number
}

export interface CaseOpeningTable {
  readonly tenant: number
  readonly case_id: string
  readonly asked_at: TimestampColumn
  readonly wanted: JsonColumn
  readonly opened_at: NullableTimestampColumn
  readonly retry_at: NullableTimestampColumn
}

export interface CaseRequesterTable {
  readonly tenant: number
  readonly case_id: string
  readonly id: string
  readonly name: Uint8Array | null
  readonly phone: Uint8Array | null
  readonly phone_index: Uint8Array | null
  readonly wants_call: boolean
  readonly circle_id: string | null
  readonly origin_id: string | null
}

export interface ClockTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly assignment_id: string | null
  readonly clock: string
  readonly started_at: TimestampColumn
  readonly due_at: TimestampColumn
  readonly provisional: boolean
  readonly stopped_at: NullableTimestampColumn
  readonly fired_at: NullableTimestampColumn
  readonly retry_at: NullableTimestampColumn
  readonly left_units: number | null
  readonly circle_id: string | null
  readonly rung_reached: number | null
  readonly rung_at: NullableTimestampColumn
  readonly rung_provisional: boolean | null
  readonly rung_whole_hours: number | null
  readonly again_at: NullableTimestampColumn
  readonly duty_at: NullableTimestampColumn
}

export interface CommandOutcomeTable {
  readonly tenant: number
  readonly actor: string
  readonly id: string
  readonly body_hash: Uint8Array
  readonly route: string
  readonly outcome: NullableJsonColumn
  readonly recorded_at: TimestampColumn
}

export interface CompoundTable {
  readonly tenant: number
  readonly id: string
  readonly community_code: string
  readonly name: string
  readonly area: string
  readonly label_lon: number
  readonly label_lat: number
  readonly name_en: string
}

export interface ContentTable {
  readonly tenant: number
  readonly id: string
  readonly stream_id: string
  readonly field: string
  readonly body: Uint8Array | null
  readonly created_at: TimestampColumn
  readonly erased_at: NullableTimestampColumn
  readonly circle_id: string | null
}

export interface DistrictSettingTable {
  readonly tenant: number
  readonly name: string
  readonly version: number
  readonly effective_from: TimestampColumn
  readonly value: JsonColumn
  readonly reason_id: string | null
  readonly decided_at: TimestampColumn
  readonly decided_account: string | null
  readonly decided_post: string | null
}

export interface DutyEntryTable {
  readonly tenant: number
  readonly list_id: string
  readonly code: string
  readonly ord: number
  readonly class: string
  readonly name: string
  readonly name_en: string
  readonly item_codes: readonly string[]
  readonly basis: string
  readonly basis_en: string
  readonly note: string
  readonly note_en: string
}

export interface DutyListTable {
  readonly tenant: number
  readonly id: string
  readonly unit_kind: string
  readonly unit_id: string | null
  readonly version: number
  readonly effective_at: TimestampColumn
  readonly published_at: TimestampColumn
}

export interface DwellingTable {
  readonly tenant: number
  readonly id: string
  readonly building_id: string
  readonly entrance_id: string
  readonly floor: number
  readonly door: string
}

export interface EchoConsentTable {
  readonly tenant: number
  readonly case_id: string
  readonly id: string
  readonly version: number
  readonly agreed: boolean
  readonly changed_at: TimestampColumn
}

export interface EchoEntryTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly version: number
  readonly state: string
  readonly raised_id: string
  readonly answer_id: string
  readonly community_code: string
  readonly compound_id: string | null
  readonly item_code: string | null
  readonly item_version: number | null
  readonly unit_id: string | null
  readonly raised_at: TimestampColumn
  readonly answered_at: TimestampColumn
  readonly solved: boolean | null
  readonly satisfaction: number | null
  readonly published_at: TimestampColumn
  readonly corrected_at: NullableTimestampColumn
  readonly reason: string | null
  readonly down_at: NullableTimestampColumn
}

export interface EchoMeTooTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly code_index: Uint8Array
  readonly phone: Uint8Array | null
  readonly phone_index: Uint8Array | null
  readonly language: string
  readonly otp_hash: Uint8Array | null
  readonly otp_tries: number
  readonly asked_at: TimestampColumn
  readonly confirmed_at: NullableTimestampColumn
  readonly left_at: NullableTimestampColumn
}

export interface EchoPictureTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly entry_id: string | null
  readonly ord: number
  readonly side: string
  readonly source_file_id: string
  readonly mask_count: number
  readonly confirmed_by: string | null
  readonly width: number
  readonly height: number
  readonly made_at: TimestampColumn
  readonly retired_at: NullableTimestampColumn
  readonly erased_at: NullableTimestampColumn
}

export interface EchoTokenTable {
  readonly tenant: number
  readonly token: string
  readonly entry_id: string
}

export interface EntranceTable {
  readonly tenant: number
  readonly id: string
  readonly building_id: string
  readonly number: number
}

export interface EventTable {
  readonly tenant: number
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly stream_id: string
  readonly stream_version: number
  readonly actor_kind: string
  readonly actor_account: string | null
  readonly actor_post: string | null
  readonly command_id: string
  readonly payload: JsonColumn
  readonly recorded_at: TimestampColumn
  readonly circle_id: string | null
}

export interface FigureHourTable {
  readonly tenant: number
  readonly hour_at: TimestampColumn
  readonly place_code: string
  readonly registered: number
  readonly answered: number
  readonly closed: number
  readonly reopened: number
  readonly withdrawn: number
  readonly self_handled: number
  readonly merged: Filled<number>
  readonly transferred: Filled<number>
  readonly excluded: Filled<number>
  readonly climbed: Filled<number>
}

export interface FigureOpenTable {
  readonly tenant: number
  readonly case_id: string
  readonly kind: string
  readonly kind_version: number
  readonly state: string
  readonly place_code: string
  readonly item_code: string | null
  readonly item_version: number | null
  readonly owner_unit_id: string | null
  readonly opened_at: TimestampColumn
  readonly due_at: TimestampColumn
}

export interface FigurePositionTable {
  readonly tenant: number
  readonly seq: number
}

export interface FileTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string | null
  readonly step: string | null
  readonly uploaded_at: TimestampColumn
  readonly uploaded_by: string | null
  readonly width: number
  readonly height: number
  readonly byte_count: number
  readonly sha256: Uint8Array
  readonly erased_at: NullableTimestampColumn
  readonly circle_id: string | null
}

export interface FollowAttemptTable {
  readonly tenant: number
  readonly target: Uint8Array
  readonly failures: number
  readonly first_at: TimestampColumn
  readonly locked_until: NullableTimestampColumn
}

export interface FollowOtpTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly code_hash: Uint8Array
  readonly created_at: TimestampColumn
  readonly expires_at: TimestampColumn
  readonly tries: number
  readonly used_at: NullableTimestampColumn
  readonly circle_id: string | null
}

export interface GateBurdenTable {
  readonly tenant: number
  readonly request_id: string
  readonly community_code: string
  readonly seq: number
  readonly level: string
  readonly minutes: number
  readonly frequency: string
  readonly from_at: TimestampColumn
  readonly until_at: TimestampColumn
}

export interface GateRecipientTable {
  readonly tenant: number
  readonly request_id: string
  readonly unit_id: string
  readonly community_code: string
  readonly state: string
  readonly ground: string | null
  readonly duty_list_id: string | null
  readonly duty_code: string | null
  readonly reason_id: string | null
  readonly overrule_id: string | null
  readonly answered_at: NullableTimestampColumn
  readonly overruled_at: NullableTimestampColumn
}

export interface GateRequestTable {
  readonly tenant: number
  readonly id: string
  readonly version: number
  readonly state: string
  readonly unit_id: string
  readonly kind: string
  readonly duty_list_id: string | null
  readonly duty_code: string | null
  readonly level: string
  readonly minutes: number
  readonly frequency: string
  readonly from_at: TimestampColumn
  readonly until_at: TimestampColumn
  readonly field_count: number
  readonly typed_count: number
  readonly demand_id: string
  readonly reason_id: string | null
  readonly due_at: NullableTimestampColumn
  readonly created_at: TimestampColumn
  readonly submitted_at: NullableTimestampColumn
  readonly decided_at: NullableTimestampColumn
  readonly overdue_at: NullableTimestampColumn
}

export interface GateResponseTable {
  readonly tenant: number
  readonly request_id: string
  readonly unit_id: string
  readonly occasion_at: TimestampColumn
  readonly demand_id: string
  readonly answers_id: string
  readonly field_count: number
  readonly typed_count: number
  readonly filled_at: TimestampColumn
}

export interface GridCaseTable {
  readonly tenant: number
  readonly id: string
  readonly kind: string
  readonly kind_version: number
  readonly number: string
  readonly version: number
  readonly state: string
  readonly open: boolean
  readonly place_code: string
  readonly community_code: string
  readonly grid_code: string | null
  readonly item_code: string | null
  readonly item_version: number | null
  readonly level: number
  readonly owner_unit_id: string | null
  readonly unit_ids: readonly string[]
  readonly due_at: NullableTimestampColumn
  readonly provisional: boolean
  readonly opened_at: TimestampColumn
  readonly closed_at: NullableTimestampColumn
  readonly reopened_count: number
  readonly solved: boolean | null
  readonly satisfaction: number | null
  readonly reported_by: string | null
  readonly choices: JsonColumn
  readonly counts: JsonColumn
  readonly climbed: Filled<number>
  readonly rung: Filled<string>
  readonly initiator_unit_id: string | null
  readonly merged_into_id: string | null
  readonly place_community_code: Computed<string | null>
  readonly admission_id: string | null
  readonly circle: readonly string[] | null
  readonly named_id: string | null
}

export interface HolidayYearTable {
  readonly year: number
  readonly version: number
  readonly holidays: readonly string[]
  readonly makeup_workdays: readonly string[]
  readonly source: string
  readonly loaded_at: TimestampColumn
}

export interface ItemTable {
  readonly tenant: number
  readonly code: string
  readonly version: number
  readonly name: string
  readonly name_en: string
  readonly major: string
  readonly major_name: string
  readonly major_name_en: string
  readonly keywords: readonly string[]
  readonly level: number
  readonly lead_unit: string
  readonly clock_kind: string
  readonly limit_amount: number
  readonly source: string
  readonly effective_from: TimestampColumn
  readonly origin: string
  readonly plain: string
  readonly plain_en: string
  readonly kinds: readonly string[]
  readonly questions: JsonColumn
  readonly ended: boolean
  readonly decided_post: string | null
}

export interface ItemLearningTable {
  readonly tenant: number
  readonly learnt_at: TimestampColumn
  readonly erased_at: NullableTimestampColumn
  readonly items: JsonColumn
  readonly outcome: JsonColumn
}

export interface ItemTokenTable {
  readonly tenant: number
  readonly token: string
  readonly item_code: string
  readonly matters: number
}

export interface LedgerExportTable {
  readonly tenant: number
  readonly number: number
  readonly exported_at: TimestampColumn
}

export interface LedgerSealTable {
  readonly tenant: number
  readonly number: number
  readonly sealed_at: TimestampColumn
  readonly row_count: number
  readonly root: Uint8Array
  readonly previous: Uint8Array
}

export interface LedgerSealedRowTable {
  readonly tenant: number
  readonly read_id: string
  readonly seal: number
  readonly position: number
  readonly at: TimestampColumn
  readonly leaf: Uint8Array
}

export interface MapVersionTable {
  readonly is_only: Filled<boolean>
  readonly version: number
}

export interface MessageTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string | null
  readonly channel: string
  readonly recipient: Uint8Array | null
  readonly body: Uint8Array | null
  readonly state: string
  readonly tries: number
  readonly next_try_at: NullableTimestampColumn
  readonly created_at: TimestampColumn
  readonly delivered_at: NullableTimestampColumn
  readonly circle_id: string | null
}

export interface MigrationTable {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly applied_at: TimestampColumn
}

export interface NegativeEntryTable {
  readonly tenant: number
  readonly matter_id: string
  readonly cause: string
  readonly unit_id: string
  readonly place_code: string
  readonly item_code: string | null
  readonly noted_at: TimestampColumn
  readonly opens: boolean
  readonly rectification_id: string | null
  readonly retry_at: NullableTimestampColumn
}

export interface PhoneProofTable {
  readonly tenant: number
  readonly id: string
  readonly case_id: string
  readonly phone: Uint8Array
  readonly phone_index: Uint8Array
  readonly language: string
  readonly otp_hash: Uint8Array
  readonly tries: number
  readonly asked_at: TimestampColumn
  readonly proved_at: NullableTimestampColumn
}

export interface PlaceTable {
  readonly code: string
  readonly level: string
  readonly name: string
  readonly parent_code: string | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly replaced_by: string | null
  readonly name_en: string
}

export interface PlaceAreaTable {
  readonly code: string
  readonly area: string
  readonly label_lon: number
  readonly label_lat: number
  readonly household_count: number | null
  readonly synthetic: boolean
}

export interface PostTable {
  readonly tenant: number
  readonly id: string
  readonly unit_id: string
  readonly role: string
  readonly title: string
  readonly title_en: string
  readonly place_code: string
  readonly version: Filled<number>
}

export interface PostChangeTable {
  readonly tenant: number
  readonly id: string
  readonly post_id: string
  readonly unit_id: string
  readonly what: string
  readonly happens_at: TimestampColumn
  readonly ended_holding_id: string | null
  readonly begun_holding_id: string | null
  readonly told_at: NullableTimestampColumn
  readonly cancelled_at: NullableTimestampColumn
  readonly retry_at: NullableTimestampColumn
}

export interface PostHoldingTable {
  readonly tenant: number
  readonly id: string
  readonly post_id: string
  readonly account_id: string | null
  readonly holder_name: string
  readonly acting: boolean
  readonly valid_from: TimestampColumn
  readonly valid_to: NullableTimestampColumn
}

export interface RatingLateTable {
  readonly tenant: number
  readonly case_id: string
  readonly round: number
  readonly unit_id: string
  readonly led: boolean
  readonly late_from: TimestampColumn
  readonly late_until: NullableTimestampColumn
}

export interface RatingResponseTable {
  readonly tenant: number
  readonly clock_id: string
  readonly case_id: string
  readonly unit_id: string
  readonly item_code: string | null
  readonly place_code: string
  readonly started_at: TimestampColumn
  readonly due_at: TimestampColumn
  readonly stopped_at: NullableTimestampColumn
  readonly excluded: boolean
  readonly seq: number
}

export interface RatingRoundTable {
  readonly tenant: number
  readonly case_id: string
  readonly round: number
  readonly seq: number
  readonly kind: string
  readonly unit_id: string | null
  readonly item_code: string | null
  readonly place_code: string
  readonly rung: string
  readonly started_at: TimestampColumn
  readonly ended_at: NullableTimestampColumn
  readonly ending: string | null
  readonly late_from: NullableTimestampColumn
  readonly judged_at: NullableTimestampColumn
  readonly solved: boolean | null
  readonly satisfaction: number | null
  readonly reopened_at: NullableTimestampColumn
  readonly excluded: boolean
  readonly found_undone: Filled<number>
  readonly excluded_at: NullableTimestampColumn
  readonly ground: string | null
}

export interface RatingVerdictTable {
  readonly tenant: number
  readonly case_id: string
  readonly of_case_id: string
  readonly of_round: number
  readonly seq: number
  readonly unit_id: string | null
  readonly item_code: string | null
  readonly place_code: string
  readonly judged_at: NullableTimestampColumn
  readonly solved: boolean | null
  readonly satisfaction: number | null
  readonly reopened_at: NullableTimestampColumn
  readonly excluded: boolean
}

export interface ReadLedgerTable {
  readonly tenant: number
  readonly id: string
  readonly at: TimestampColumn
  readonly account: string
  readonly post: string | null
  readonly unit: string | null
  readonly view: string
  readonly purpose: string | null
  readonly subjects: readonly string[]
  readonly same_hash: Uint8Array
}

export interface ReadRepeatTable {
  readonly tenant: number
  readonly read_id: string
  readonly times: number
}

export interface RoutingAlertTable {
  readonly tenant: number
  readonly id: string
  readonly rule_id: string
  readonly kind: string
  readonly subject: string
  readonly raised_at: TimestampColumn
  readonly settled_at: NullableTimestampColumn
}

export interface RoutingDraftTable {
  readonly tenant: number
  readonly version: number
  readonly open: boolean
  readonly rules: JsonColumn
  readonly saved_at: TimestampColumn
  readonly saved_post: string | null
  readonly simulated: NullableJsonColumn
}

export interface RoutingSetTable {
  readonly tenant: number
  readonly version: number
  readonly rules: JsonColumn
  readonly effective_from: TimestampColumn
  readonly decided_at: TimestampColumn
  readonly decided_post: string | null
}

export interface StationedAdviceTable {
  readonly tenant: number
  readonly id: string
  readonly by_unit_id: string
  readonly unit_id: string
  readonly place_code: string
  readonly words_id: string
  readonly written_at: TimestampColumn
  readonly due_at: TimestampColumn
  readonly answer_id: string | null
  readonly answered_at: NullableTimestampColumn
  readonly overdue_at: NullableTimestampColumn
  readonly retry_at: NullableTimestampColumn
}

export interface StationedAdviceCallTable {
  readonly tenant: number
  readonly advice_id: string
  readonly case_id: string
}

export interface StreetTable {
  readonly tenant: number
  readonly id: string
  readonly community_code: string
  readonly name: string
  readonly line: string
  readonly name_en: string
}

export interface SubjectReadTable {
  readonly tenant: number
  readonly subject: string
  readonly read_id: string
  readonly at: TimestampColumn
}

export interface SubscriberPositionTable {
  readonly tenant: number
  readonly name: string
  readonly seq: number
  readonly updated_at: TimestampColumn
  readonly basis: Filled<number>
  readonly recount_to: number | null
}

export interface TenantTable {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly number_prefix: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface TenantHeadTable {
  readonly tenant: number
  readonly seq: number
}

export interface TenantKeyTable {
  readonly tenant: number
  readonly key_id: number
  readonly purpose: string
  readonly wrapped: Uint8Array
  readonly created_at: TimestampColumn
  readonly retired_at: NullableTimestampColumn
}

export interface TopicBuildingTable {
  readonly tenant: number
  readonly topic_id: string
  readonly building_id: string
  readonly dwellings: number
  readonly counted: number
  readonly expected: number
  readonly p: number
}

export interface TopicEvidenceTable {
  readonly tenant: number
  readonly topic_id: string
  readonly item_code: string
  readonly place_code: string
  readonly month: string
  readonly counted: number
  readonly expected: number | null
  readonly p: number | null
  readonly false_alarm_percent: number
  readonly months_before: number
  readonly tested: number
  readonly found: boolean
  readonly proposed_at: TimestampColumn
}

export interface UnitTable {
  readonly tenant: number
  readonly id: string
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly kind: string
  readonly parent_id: string | null
  readonly place_code: string
  readonly hours: string
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface UpwardAnswerTable {
  readonly tenant: number
  readonly quarter: string
  readonly unit_id: string
  readonly words_id: string
  readonly answered_at: TimestampColumn
}

export interface UpwardCountTable {
  readonly tenant: number
  readonly quarter: string
  readonly unit_id: string
  readonly aspect: string
  readonly score: number
  readonly raters: number
}

export interface UpwardTokenTable {
  readonly tenant: number
  readonly token: Uint8Array
  readonly quarter: string
}

export interface DB {
  readonly alert: AlertTable
  readonly building: BuildingTable
  readonly case_assignment: CaseAssignmentTable
  readonly case_detail: CaseDetailTable
  readonly case_flag: CaseFlagTable
  readonly case_handover: CaseHandoverTable
  readonly case_link: CaseLinkTable
  readonly case_number: CaseNumberTable
  readonly case_opening: CaseOpeningTable
  readonly case_requester: CaseRequesterTable
  readonly clock: ClockTable
  readonly command_outcome: CommandOutcomeTable
  readonly compound: CompoundTable
  readonly content: ContentTable
  readonly district_setting: DistrictSettingTable
  readonly duty_entry: DutyEntryTable
  readonly duty_list: DutyListTable
  readonly dwelling: DwellingTable
  readonly echo_consent: EchoConsentTable
  readonly echo_entry: EchoEntryTable
  readonly echo_me_too: EchoMeTooTable
  readonly echo_picture: EchoPictureTable
  readonly echo_token: EchoTokenTable
  readonly entrance: EntranceTable
  readonly event: EventTable
  readonly figure_hour: FigureHourTable
  readonly figure_open: FigureOpenTable
  readonly figure_position: FigurePositionTable
  readonly file: FileTable
  readonly follow_attempt: FollowAttemptTable
  readonly follow_otp: FollowOtpTable
  readonly gate_burden: GateBurdenTable
  readonly gate_recipient: GateRecipientTable
  readonly gate_request: GateRequestTable
  readonly gate_response: GateResponseTable
  readonly grid_case: GridCaseTable
  readonly holiday_year: HolidayYearTable
  readonly item: ItemTable
  readonly item_learning: ItemLearningTable
  readonly item_token: ItemTokenTable
  readonly ledger_export: LedgerExportTable
  readonly ledger_seal: LedgerSealTable
  readonly ledger_sealed_row: LedgerSealedRowTable
  readonly map_version: MapVersionTable
  readonly message: MessageTable
  readonly migration: MigrationTable
  readonly negative_entry: NegativeEntryTable
  readonly phone_proof: PhoneProofTable
  readonly place: PlaceTable
  readonly place_area: PlaceAreaTable
  readonly post: PostTable
  readonly post_change: PostChangeTable
  readonly post_holding: PostHoldingTable
  readonly rating_late: RatingLateTable
  readonly rating_response: RatingResponseTable
  readonly rating_round: RatingRoundTable
  readonly rating_verdict: RatingVerdictTable
  readonly read_ledger: ReadLedgerTable
  readonly read_repeat: ReadRepeatTable
  readonly routing_alert: RoutingAlertTable
  readonly routing_draft: RoutingDraftTable
  readonly routing_set: RoutingSetTable
  readonly stationed_advice: StationedAdviceTable
  readonly stationed_advice_call: StationedAdviceCallTable
  readonly street: StreetTable
  readonly subject_read: SubjectReadTable
  readonly subscriber_position: SubscriberPositionTable
  readonly tenant: TenantTable
  readonly tenant_head: TenantHeadTable
  readonly tenant_key: TenantKeyTable
  readonly topic_building: TopicBuildingTable
  readonly topic_evidence: TopicEvidenceTable
  readonly unit: UnitTable
  readonly upward_answer: UpwardAnswerTable
  readonly upward_count: UpwardCountTable
  readonly upward_token: UpwardTokenTable
}
