// How a field's type is drawn and said, for either side.
import type { IconName } from '../icons/icons.js';
import type { PlatformField, SalesforceField } from './schema.js';

const icons: Record<string, IconName> = {
  text: 'typeText',
  string: 'typeText',
  combobox: 'typeText',
  encryptedstring: 'typeText',
  multilineText: 'typeLongText',
  textarea: 'typeLongText',
  integer: 'typeNumber',
  int: 'typeNumber',
  long: 'typeNumber',
  number: 'typeNumber',
  double: 'typeNumber',
  percent: 'typeNumber',
  currency: 'typeMoney',
  boolean: 'typeCheck',
  nullableBoolean: 'typeCheck',
  date: 'typeDate',
  datetime: 'typeDate',
  time: 'typeTime',
  selectList: 'typeList',
  picklist: 'typeList',
  multiselectList: 'typeList',
  multipicklist: 'typeList',
  email: 'typeMail',
  phone: 'typePhone',
  url: 'typeLink',
  id: 'typeId',
  reference: 'typeReference',
  address: 'typePlace',
  location: 'typePlace',
};

export function typeIcon(type: string): IconName {
  return icons[type] ?? 'typeOther';
}

const salesforceNames: Record<string, string> = {
  string: 'Text',
  textarea: 'Text area',
  boolean: 'Checkbox',
  double: 'Number',
  int: 'Number',
  long: 'Number',
  percent: 'Percent',
  currency: 'Currency',
  date: 'Date',
  datetime: 'Date/time',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multi-select picklist',
  combobox: 'Combo box',
  email: 'Email',
  phone: 'Phone',
  url: 'URL',
  id: 'Id',
  reference: 'Lookup',
  address: 'Address',
  location: 'Geolocation',
  encryptedstring: 'Encrypted text',
  base64: 'File',
};

/** "Text(255)", "Number(5,2)", "Lookup to Account". */
export function salesforceType(field: SalesforceField): string {
  const name = salesforceNames[field.type] ?? field.type;
  if (field.type === 'reference') return `${name} to ${field.referenceTo?.join(', ') || 'any'}`;
  const decimal = ['double', 'currency', 'percent'].includes(field.type);
  if (decimal && field.precision !== undefined && field.precision > 0) {
    return `${name}(${field.precision - (field.scale ?? 0)}, ${field.scale ?? 0})`;
  }
  const sized = ['string', 'textarea', 'url', 'encryptedstring'].includes(field.type);
  return sized && field.length ? `${name}(${field.length})` : name;
}

const platformNames: Record<string, string> = {
  multilineText: 'long text',
  nullableBoolean: 'yes/no/unknown',
  boolean: 'yes/no',
  selectList: 'list',
  multiselectList: 'multi-select list',
};

export function platformType(field: PlatformField): string {
  const name = platformNames[field.type] ?? field.type;
  if (field.type === 'reference' && field.object) return `${name} to ${field.object}`;
  if (field.maxLength) return `${name}(${field.maxLength})`;
  if (field.precision)
    return `${name}(${field.precision - (field.scale ?? 0)}, ${field.scale ?? 0})`;
  return name;
}
