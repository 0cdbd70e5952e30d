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

import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Alert, Combobox, Flex, Text } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { FieldGroup, OpenRequests } from '../parts';
import {
  DatabaseFieldProps,
  serviceTitle,
  useLoaded,
  useServices,
  useWords,
} from '../state';

/**
 * The component that needs a database: the person's own first. Once chosen, it
 * says who will own the database and whether somebody asked for it already.
 */
export function DatabaseServicePicker(props: DatabaseFieldProps<'service'>) {
  const { formData: service, onChange } = props;
  const t = useWords();
  const catalog = useApi(catalogApiRef);
  const [text, setText] = useState('');
  const chosen = useLoaded(
    async () => (service ? catalog.getEntityByRef(service) : undefined),
    [catalog, service],
  );
  const entity = chosen.status === 'ready' ? chosen.value : undefined;
  const title = entity && serviceTitle(entity);
  const services = useServices(text === title ? '' : text);

  // A form that is prefilled, or gone back to, shows what was chosen.
  useEffect(() => {
    if (title !== undefined) {
      setText(title);
    }
  }, [title]);

  const choose = (key: unknown) => {
    const candidates = [...services.owned, ...services.others];
    const picked = candidates.find(item => stringifyEntityRef(item) === key);
    if (picked) {
      // In the same step: a text that follows later would open the list again.
      setText(serviceTitle(picked));
      onChange(stringifyEntityRef(picked));
    }
  };
  const option = (candidate: Entity) => ({
    id: stringifyEntityRef(candidate),
    label: serviceTitle(candidate),
  });
  return (
    <FieldGroup>
      <Combobox
        label={t('service.label')}
        description={t('service.description')}
        placeholder={t('service.placeholder')}
        isRequired
        loading={{
          state: services.status === 'loading' ? 'loading' : 'idle',
        }}
        options={[
          { title: t('service.yours'), options: services.owned.map(option) },
          { title: t('service.others'), options: services.others.map(option) },
        ].filter(({ options }) => options.length)}
        search={{ mode: 'server', inputValue: text, onInputChange: setText }}
        value={service ?? null}
        onChange={choose}
      />
      {services.status === 'failed' && (
        <Alert
          status="danger"
          icon
          title={t('service.failed')}
          description={services.error.message}
        />
      )}
      {entity && <ServiceOwner entity={entity} />}
      {service && <OpenRequests service={service} />}
    </FieldGroup>
  );
}

function ServiceOwner(props: { readonly entity: Entity }) {
  const { relations = [] } = props.entity;
  const t = useWords();
  const owner = relations.find(({ type }) => type === RELATION_OWNED_BY);
  return (
    <Flex>
      {owner ? (
        <Text as="p">{t('service.owner', { owner: owner.targetRef })}</Text>
      ) : (
        <Alert status="warning" icon title={t('service.noOwner')} />
      )}
    </Flex>
  );
}
