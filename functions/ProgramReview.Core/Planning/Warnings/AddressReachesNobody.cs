using System.Globalization;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Planning.Warnings;

internal sealed class AddressReachesNobody : IWarningRule
{
    // Names that RFC 2606 and RFC 6761 keep free for ever: no mail to them arrives anywhere.
    private static readonly string[] Reserved = ["example", "test", "invalid", "localhost"];
    private static readonly string[] ReservedDomains =
    [
        "example.com",
        "example.net",
        "example.org",
    ];

    public string Code => "address-reaches-nobody";

    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        var owing = plan
            .ReportTypes.SelectMany(type => type.OwedBy)
            .ToHashSet(StringComparer.Ordinal);
        var mute = PlanParts
            .Bodies(plan)
            .Where(entry => owing.Contains(entry.Body.Code))
            .Where(entry => entry.Body.Contacts.All(person => ReachesNobody(person.Email)))
            .ToList();
        // One warning for all: a plan for practice would say the same of each body.
        return mute.Count == 0
            ? []
            :
            [
                new PlanWarning(
                    Code,
                    $"{mute[0].Path}.contacts",
                    [
                        mute.Count.ToString(CultureInfo.InvariantCulture),
                        mute[0].Body.Code,
                        mute[0].Body.Contacts[0].Email,
                    ]
                ),
            ];
    }

    private static bool ReachesNobody(string email)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();
        return Reserved.Contains(domain.Split('.')[^1])
            || ReservedDomains.Any(reserved =>
                domain == reserved || domain.EndsWith($".{reserved}", StringComparison.Ordinal)
            );
    }
}
