import { n04 } from '../../../../shared/check/checks/n04.ts';
import { testCheck } from '../../../support/check-table.ts';

const article = (text: string): readonly string[] => ['卧龙区某某管理办法', `第一条 ${text}`];

testCheck(n04, {
  valid: [
    article('违反本办法规定的，由有关部门依法给予处罚。'),
    article('情节严重的，由发证机关依法吊销许可证。'),
    article('工作人员玩忽职守的，给予警告、记过处分。'),
    article('对工作不力的单位，由区政府给予通报批评。'),
    article('罚款和没收的财物一律上缴国库。'),
    article('作出吊销许可证、责令停产停业等处罚决定前，应当告知当事人有要求听证的权利。'),
    article('被吊销许可证的经营者，三年内不得参加评优。'),
    article('当事人对罚款决定不服的，可以申请行政复议。'),
    article('轻微违法并及时改正的，不予罚款。'),
    article('由市场管理处收取，不得以罚款代替管理。'),
    article('违反规定的，依照有关法律、法规的规定处以罚款。'),
  ],
  invalid: [
    {
      name: 'a fine',
      text: article('占道经营的，由区城市管理局责令改正；拒不改正的，处500元以上2000元以下罚款。'),
      findings: [
        {
          messageId: 'penalty',
          quote: '处500元以上2000元以下罚款',
          severity: 'blocking',
          certainty: 'B',
          path: '第一条',
        },
      ],
    },
    {
      name: 'confiscation and fine in one sentence',
      text: article('擅自开业的，没收违法所得，并处一万元罚款；情节严重的，责令停业整顿。'),
      findings: [{ quote: '没收违法所得，并处一万元罚款；情节严重的，责令停业整顿' }],
    },
    {
      name: 'a licence withdrawn',
      text: article('一年内两次违反本办法的，由区市场监督管理局吊销准入证。'),
      findings: [{ quote: '由区市场监督管理局吊销准入证' }],
    },
    {
      name: 'a fine stated by its amount',
      text: article('乱倒垃圾的，罚款200元。'),
      findings: [{ quote: '罚款200元' }],
    },
    {
      name: 'a warning to the public',
      text: article('经营者不明码标价的，由区市场监督管理局给予警告。'),
      findings: [{ quote: '由区市场监督管理局给予警告' }],
    },
    {
      name: 'two sentences are two findings',
      text: article('乱停车辆的，处50元罚款。拒不驶离的，暂扣机动车驾驶证。'),
      findings: [{ quote: '处50元罚款' }, { quote: '暂扣机动车驾驶证' }],
    },
    {
      name: 'the same article cites a law with its article',
      text: article(
        '违反《中华人民共和国固体废物污染环境防治法》第四十九条规定乱倒垃圾的，处100元以上500元以下的罚款。',
      ),
      findings: [{ quote: '处100元以上500元以下的罚款', severity: 'major', message: '固体废物污染环境防治法' }],
    },
  ],
});
