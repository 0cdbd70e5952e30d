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

import { EnvironmentRequest } from '@basewell/plugin-databases-common';
import {
  BackupCredentials,
  EnvironmentCard,
  FieldGroup,
  TargetBoundary,
} from '../parts';
import {
  asksForBackups,
  DatabaseFieldProps,
  parametersOf,
  useWords,
} from '../state';

/** The environments of the target: which ones, how large, and with what backups. */
export function DatabaseEnvironments(
  props: DatabaseFieldProps<'environments'>,
) {
  const { formData = [], onChange } = props;
  const t = useWords();
  return (
    <FieldGroup
      title={t('environments.label')}
      description={t('environments.description')}
    >
      <TargetBoundary parameters={parametersOf(props)}>
        {target => (
          <>
            {target.environments.map(environment => (
              <EnvironmentCard
                key={environment.name}
                environment={environment}
                target={target}
                value={formData.find(({ name }) => name === environment.name)}
                onChange={request => {
                  const requests = new Map<string, EnvironmentRequest>(
                    formData.map(item => [item.name, item]),
                  );
                  if (request) {
                    requests.set(environment.name, request);
                  } else {
                    requests.delete(environment.name);
                  }
                  // In the target's order, whatever was ticked first.
                  onChange(
                    target.environments.flatMap(
                      ({ name }) => requests.get(name) ?? [],
                    ),
                  );
                }}
              />
            ))}
            {target.backup.credentialsNeeded &&
              asksForBackups(formData, target) && <BackupCredentials />}
          </>
        )}
      </TargetBoundary>
    </FieldGroup>
  );
}
