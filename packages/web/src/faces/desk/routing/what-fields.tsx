import type { RoutingCondition } from '@lianxin/contract/routing/routing-rule'
import type { RoutingOptions } from '@lianxin/contract/routing/routing-views'
import { Select } from 'antd'
import { useId } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import {
  aboutOf,
  majorChoice,
  questionsFor,
  withAbout,
  withAnswer,
} from '../../../features/routing/edit-rules.ts'
import { useWords } from '../../../messages/words.ts'

interface WhatFieldsProps {
  readonly when: RoutingCondition
  readonly options: RoutingOptions
  readonly change: (when: RoutingCondition) => void
}

/** What it is about, where, and what was answered. */
export const WhatFields = ({ when, options, change }: WhatFieldsProps) => {
  const t = useWords('routing')
  const say = useSay()
  const id = useId()
  return (
    <fieldset className="routing-group">
      <legend>{t('editor.what')}</legend>
      <label htmlFor={`${id}items`}>{t('editor.items')}</label>
      <Select
        id={`${id}items`}
        mode="multiple"
        allowClear
        value={aboutOf(when)}
        placeholder={t('editor.anyItem')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(about: string[]) => change(withAbout(when, about))}
        options={options.majors.map((major) => ({
          label: say.text(major.name),
          title: say.text(major.name),
          options: [
            { value: majorChoice(major.code), label: t('editor.wholeMajor', { name: say.text(major.name) }) },
            ...options.items
              .filter((item) => item.major === major.code)
              .map((item) => ({ value: item.code, label: say.text(item.name) })),
          ],
        }))}
      />
      <label htmlFor={`${id}places`}>{t('editor.places')}</label>
      <Select
        id={`${id}places`}
        mode="multiple"
        allowClear
        value={when.places}
        placeholder={t('editor.anyPlace')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(places: string[]) => change({ ...when, places })}
        options={options.places.map(({ code, name }) => ({ value: code, label: say.text(name) }))}
      />
      {questionsFor(when, options).map((question) => (
        <div key={question.code} className="routing-field">
          <label htmlFor={`${id}${question.code}`}>{say.text(question.name)}</label>
          <Select
            id={`${id}${question.code}`}
            mode="multiple"
            allowClear
            value={when.answers.find((one) => one.question === question.code)?.choices ?? []}
            placeholder={t('editor.anyAnswer')}
            onChange={(choices: string[]) => change(withAnswer(when, question.code, choices))}
            options={question.choices.map(({ code, name }) => ({ value: code, label: say.text(name) }))}
          />
        </div>
      ))}
    </fieldset>
  )
}
