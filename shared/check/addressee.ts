/** Whom a sentence binds, as far as its words tell. */
export type Addressee = 'public' | 'organs' | 'unknown';

/** How far back the one bound may be named, in characters. */
const reach = 200;
const publicWords =
  /任何(?:单位|人|组织)|单位和个人|单位或者?个人|个人|公民|法人|企业|公司|经营者|商户|商家|摊主|摊贩|业户|申请人|当事人|行为人|违法者|业主|开办者|举办者|设置人|所有人|使用人|开发商|建设单位|施工单位|运营单位|经营单位|生产单位|物业服务|从业人员|村民|居民|农户|养殖[户场]|种植户|用户|车主|驾驶人|消费者|市场主体|经营主体|经营户|运营商|社会组织|民办|投资者|从事|开办|经营|销售|摆设|设摊|养犬/u;
const organWords =
  /各?部门|各单位|本单位|预算单位|责任单位|牵头单位|主管单位|政府|乡镇|镇街|街道|办事处|委员会|[区市县]?[^，,]{1,6}局|办公室|行政机关|国家机关|机关|工作人员|公务员|领导干部|干部|领导小组|指挥部|专班|会议/u;

/** Whom the words before a provision name as the one who must obey. */
export function addresseeOf(words: string): Addressee {
  const near = words.slice(-reach);
  if (publicWords.test(near)) return 'public';
  return organWords.test(near) ? 'organs' : 'unknown';
}
