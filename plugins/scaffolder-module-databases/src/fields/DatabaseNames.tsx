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

import { Alert, Text } from '@backstage/ui';
import { FieldGroup, NameFields, TargetBoundary } from '../parts';
import {
  DatabaseFieldProps,
  namedEnvironments,
  nameProblems,
  overrideName,
  parametersOf,
  useFindingWords,
  useWords,
} from '../state';

/** All names as the conventions make them; each can be changed. Checked while typing. */
export function DatabaseNames(props: DatabaseFieldProps<'names'>) {
  const { formData: names = {}, onChange } = props;
  const t = useWords();
  const words = useFindingWords();
  // What is typed here may be ahead of what the form knows.
  const parameters = { ...parametersOf(props), names };
  return (
    <FieldGroup title={t('names.label')} description={t('names.description')}>
      <TargetBoundary parameters={parameters}>
        {target => {
          const named = namedEnvironments(parameters, target);
          const problems = nameProblems(parameters, target);
          const environments = named.map(({ environment }) => environment);
          return (
            <>
              {named.length === 0 && (
                <Alert status="info" icon title={t('names.incomplete')} />
              )}
              {problems.length > 0 && (
                <Alert
                  status="danger"
                  icon
                  title={t('names.wrong')}
                  description={
                    <ul>
                      {problems.map((problem, index) => {
                        const { summary, remedy } = words(problem);
                        return (
                          <li key={index}>
                            {summary} {remedy}
                          </li>
                        );
                      })}
                    </ul>
                  }
                />
              )}
              {named.map(item => (
                <NameFields
                  key={item.environment}
                  named={item}
                  overrides={names}
                  onChange={(what, value) =>
                    onChange(
                      overrideName(
                        names,
                        what,
                        item.environment,
                        value,
                        environments,
                      ),
                    )
                  }
                />
              ))}
              <Text as="p" color="secondary">
                {t('names.takenLater')}
              </Text>
            </>
          );
        }}
      </TargetBoundary>
    </FieldGroup>
  );
}
