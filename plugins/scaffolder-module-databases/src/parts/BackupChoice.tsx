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

import { Alert, Checkbox, TextField } from '@backstage/ui';
import {
  BackupRequest,
  checkRetention,
  checkSchedule,
  EnvironmentRequest,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { useWords } from '../state';
import { useScheduleSentence } from './useScheduleSentence';

type Backup = EnvironmentRequest['backup'];

/** Whether an environment gets backups, when, and for how long they are kept. */
export function BackupChoice(props: {
  readonly environment: string;
  readonly production: boolean;
  readonly target: TargetSummary['backup'];
  readonly value: Backup;
  readonly onChange: (backup: Backup) => void;
}) {
  const { environment, production, target, value, onChange } = props;
  const t = useWords();
  const sentence = useScheduleSentence();
  if (!target.available) {
    return (
      <Alert status="warning" icon title={t('environments.noBackupStore')} />
    );
  }
  const wanted = value === undefined ? production : value !== false;
  const backup: BackupRequest = value || {};
  const schedule = backup.schedule ?? target.schedule;
  const retention = backup.retention ?? target.retention;
  const change = (changed: BackupRequest) =>
    onChange({ ...backup, ...changed });
  return (
    <>
      <Checkbox
        isSelected={wanted}
        onChange={selected =>
          onChange(selected ? { schedule, retention } : false)
        }
      >
        {t('environments.backup', { environment })}
      </Checkbox>
      {wanted ? (
        <>
          <TextField
            label={t('environments.schedule', { environment })}
            description={sentence(schedule)}
            value={schedule}
            onChange={text => change({ schedule: text })}
            validationBehavior="aria"
            validate={checkSchedule}
          />
          <TextField
            label={t('environments.retention', { environment })}
            description={t('environments.retentionDescription')}
            value={retention}
            onChange={text => change({ retention: text })}
            validationBehavior="aria"
            validate={checkRetention}
          />
        </>
      ) : (
        production && (
          <Alert
            status="warning"
            icon
            title={t('environments.productionWithoutBackup')}
          />
        )
      )}
    </>
  );
}
