import { Autocomplete, Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { SOURCE_KINDS } from '#domain/vocabulary.ts'
import { choices, SOURCE_KIND_LABELS } from '../../ui/labels.ts'
import { PartialDateField } from '../../ui/partial-date.tsx'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { LANGUAGES, languageName } from './language-names.ts'
import { OutletField } from './outlet-field.tsx'
import type { SourceValues } from './source-values.ts'
import classes from './sources.module.css'

type Props = {
  form: ReturnType<typeof useForm<SourceValues>>
  /** What an empty title will be. */
  titleHint?: string
  /** The fields that somebody else changed meanwhile, as they stand now. */
  theirs?: Partial<SourceValues> | undefined
}

/** All that is known of a source besides its text. */
export function SourceFields({ form, titleHint = '', theirs }: Props) {
  const { values, errors } = form
  const their = (name: keyof SourceValues) => <Theirs form={form} theirs={theirs} name={name} />
  return (
    <div className={classes.fields}>
      <div>
        <TextInput
          label="Title"
          required
          {...form.getInputProps('title')}
          placeholder={titleHint}
          description={
            values.title === '' && titleHint !== ''
              ? 'Left empty, the first line of the text is taken.'
              : null
          }
          inputWrapperOrder={UNDER}
        />
        {their('title')}
      </div>
      <div className={classes.pair}>
        <div>
          <Select
            label="Kind"
            data={choices(SOURCE_KINDS, SOURCE_KIND_LABELS)}
            allowDeselect={false}
            value={values.kind}
            error={errors['kind']}
            onChange={value => form.setFieldValue('kind', knownTerm(SOURCE_KINDS, value) ?? values.kind)}
          />
          {their('kind')}
        </div>
        <div>
          <OutletField {...form.getInputProps('outlet')} value={values.outlet} />
          {their('outlet')}
        </div>
      </div>
      <div>
        <TextInput label="Address" type="url" placeholder="https://" {...form.getInputProps('url')} />
        {their('url')}
      </div>
      <div>
        <PartialDateField label="Published" {...dateProps('published')} />
        {their('published')}
      </div>
      <div>
        <TagsInput
          label="Authors"
          placeholder={values.authors.length === 0 ? 'Enter after each name' : ''}
          acceptValueOnBlur
          splitChars={[';']}
          {...form.getInputProps('authors')}
        />
        {their('authors')}
      </div>
      <div className={classes.pair}>
        <div>
          <PartialDateField
            label="Modified"
            placeholder=""
            description="If it says so."
            {...dateProps('modified')}
          />
          {their('modified')}
        </div>
        <div>
          <PartialDateField
            label="Accessed"
            placeholder=""
            description="When it was read."
            {...dateProps('accessed')}
          />
          {their('accessed')}
        </div>
      </div>
      <div>
        <Autocomplete
          label="Language"
          description={languageName(values.language)}
          inputWrapperOrder={UNDER}
          data={LANGUAGES}
          renderOption={({ option }) => `${option.value} · ${languageName(option.value)}`}
          {...form.getInputProps('language')}
        />
        {their('language')}
      </div>
      <div>
        <Textarea
          label="Note"
          description="What a reader must know of the text, as “a summary with verbatim quotations”."
          inputWrapperOrder={UNDER}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('note')}
        />
        {their('note')}
      </div>
    </div>
  )

  function dateProps(name: 'published' | 'modified' | 'accessed') {
    return {
      value: values[name],
      error: errors[name],
      onChange: (value: string) => form.setFieldValue(name, value),
    }
  }
}

const UNDER = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[]

/** What somebody else put into a field meanwhile, to be taken over or left. */
function Theirs({ form, theirs, name }: Omit<Props, 'titleHint'> & { name: keyof SourceValues }) {
  const value = theirs?.[name]
  if (theirs === undefined || value === undefined || String(value) === String(form.values[name])) return null
  const said = name === 'kind' && theirs.kind ? SOURCE_KIND_LABELS[theirs.kind] : [value].flat().join(', ')
  return (
    <div className={classes.theirs}>
      <span>
        Now stored: <strong>{said === '' ? 'nothing' : said}</strong>
      </span>
      <Button variant="default" size="compact-xs" onClick={() => form.setFieldValue(name, value)}>
        Take this
      </Button>
    </div>
  )
}
