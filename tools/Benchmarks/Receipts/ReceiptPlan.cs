using System.Globalization;
using System.Text;

namespace ProgramReview.Benchmarks.Receipts;

/// <summary>A plan of as many units as are needed, each of which owes one report that opens at the start.</summary>
internal static class ReceiptPlan
{
    /// <summary>The cycle's id.</summary>
    public const string Id = "receipts";

    /// <summary>The plan file's text.</summary>
    public static string Of(int units)
    {
        var bodies = new StringBuilder();
        foreach (var number in Enumerable.Range(1, units))
        {
            bodies.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  - code: unit-{{number:D3}}
                    name: { vi: Đơn vị {{number}}, en: Unit {{number}}, hi: इकाई {{number}} }
                    kind: unit
                    contacts:
                      - { id: contact-{{number:D3}}, name: { vi: Cán bộ, en: Officer, hi: अधिकारी }, email: unit-{{number:D3}}@units.example, language: vi }

                """
            );
        }
        return Frame.Replace("|BODIES|", bodies.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    private const string Frame = """
        id: receipts
        version: 1
        programme:
          number: R
          title: { vi: Chương trình thử, en: Trial programme, hi: परीक्षण कार्यक्रम }
          issued: 2024-01-02
          committee: { vi: Ban thử, en: Trial Committee, hi: परीक्षण समिति }
        timeZone: Asia/Ho_Chi_Minh
        timeZoneName: { vi: giờ Hà Nội, en: Hanoi time, hi: हनोई समय }
        opens: start
        operations: { id: operations, name: { vi: Điều phối, en: Operations, hi: संचालन }, email: operations@units.example, language: en }
        bodies:
          - code: office
            name: { vi: Cơ quan thường trực, en: Standing agency, hi: स्थायी एजेंसी }
            kind: agency
            contacts:
              - { id: office-contact, name: { vi: Cán bộ, en: Officer, hi: अधिकारी }, email: office@units.example, language: en }
        |BODIES|
        outlines:
          standard:
            - { vi: Kết quả, en: Results, hi: परिणाम }
        reportTypes:
          - code: unit-report
            title: { vi: Báo cáo của đơn vị, en: Unit report, hi: इकाई की रिपोर्ट }
            outline: standard
            formats: [pdf]
            maxSize: 20 MiB
            owedBy: [kind: unit]
            due: start + 86400s
            closes: start + 172800s
            reminders: []
          - code: summary
            title: { vi: Báo cáo tổng hợp, en: Consolidated report, hi: समेकित रिपोर्ट }
            outline: standard
            formats: [pdf]
            maxSize: 20 MiB
            owedBy: [office]
            after: [unit-report]
            opensAtLatest: start + 172800s
            due: start + 259200s
            closes: start + 259200s
            reminders: []
        consolidatedReport: summary
        approval:
          approvers:
            - { id: chair, name: { vi: Trưởng ban, en: Chair, hi: अध्यक्ष }, email: chair@units.example, language: vi }
          quorum: 1
          rejections: 1
          closes: 86400s
          reminders: []
          correctionDue: 86400s
          correctionCloses: 86400s
        """;
}
