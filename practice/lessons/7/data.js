msg.payload = {
  title: env.get('NR_FLOW_NAME'),
  said: flow.get('said') || '',
  rows: flow.get('rows') || [],
  list: `${env.get('PRONUNCIATION_COLLECTION')}/list.tsv`,
};
return msg;
