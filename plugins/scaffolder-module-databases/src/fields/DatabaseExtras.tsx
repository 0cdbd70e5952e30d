/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Button, ButtonIcon, Flex, TextField } from '@backstage/ui';
import {
  checkIdentifier,
  LogicalDatabaseRequest,
} from '@basewell/plugin-databases-common';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { FieldGroup } from '../parts';
import { DatabaseFieldProps, useFindingWords, useWords } from '../state';

/** Logical databases besides the main one. */
export function DatabaseExtras(props: DatabaseFieldProps<'databases'>) {
  const { formData = [], onChange } = props;
  const t = useWords();
  const words = useFindingWords();
  const change = (index: number, changed: Partial<LogicalDatabaseRequest>) =>
    onChange(
      formData.map((item, place) =>
        place === index ? { ...item, ...changed } : item,
      ),
    );
  return (
    <FieldGroup title={t('extras.label')} description={t('extras.description')}>
      {formData.map(({ name, extensions = [] }, index) => {
        const number = `${index + 1}`;
        return (
          // The place is the only identity of a row whose name is being typed.
          <Flex
            key={index}
            gap="2"
            align="start"
            direction={{ initial: 'column', sm: 'row' }}
          >
            <TextField
              label={t('extras.name', { number })}
              isRequired
              value={name}
              onChange={text => change(index, { name: text })}
              validationBehavior="aria"
              validate={text => {
                const problem = text && checkIdentifier('database', text);
                return problem ? words(problem).summary : undefined;
              }}
            />
            <TextField
              label={t('extras.extensions', { number })}
              description={t('extras.extensionsDescription')}
              defaultValue={extensions.join(', ')}
              onChange={text =>
                change(index, {
                  extensions: text.split(/[\s,]+/).filter(Boolean),
                })
              }
            />
            <ButtonIcon
              variant="tertiary"
              aria-label={t('extras.remove', { number })}
              icon={<RiDeleteBinLine />}
              onPress={() =>
                onChange(formData.filter((_, place) => place !== index))
              }
            />
          </Flex>
        );
      })}
      <div>
        <Button
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => onChange([...formData, { name: '' }])}
        >
          {t('extras.add')}
        </Button>
      </div>
    </FieldGroup>
  );
}
