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

import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { PasswordField, TextField } from '@backstage/ui';
import { useWords } from '../state';
import { FieldGroup } from './FieldGroup';

/** Keys of the object store; they are task secrets and never parameters. */
export function BackupCredentials() {
  const t = useWords();
  const { secrets, setSecrets } = useTemplateSecrets();
  return (
    <FieldGroup
      title={t('credentials.title')}
      description={t('credentials.description')}
    >
      <TextField
        label={t('credentials.accessKeyId')}
        isRequired
        autoComplete="off"
        value={secrets.backupAccessKeyId ?? ''}
        onChange={backupAccessKeyId => setSecrets({ backupAccessKeyId })}
      />
      <PasswordField
        label={t('credentials.secretAccessKey')}
        isRequired
        autoComplete="off"
        value={secrets.backupSecretAccessKey ?? ''}
        onChange={backupSecretAccessKey =>
          setSecrets({ backupSecretAccessKey })
        }
      />
    </FieldGroup>
  );
}
