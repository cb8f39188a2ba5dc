using System.Globalization;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Plans;

/// <summary>Makes large plans for rehearsals out of the shape of a real one.</summary>
public static class SyntheticPlan
{
    private const int MostChildren = 100;

    /// <summary>
    /// A plan of exactly so many bodies: the bodies of the commonest kind (that of the dossier's author aside) are replaced by made-up ones, with more of them a level
    /// below, and all of these owe what the replaced ones owed. All else stays.
    /// </summary>
    /// <param name="shape">A valid plan.</param>
    /// <param name="bodies">How many bodies the plan has; more than the number of those that stay.</param>
    /// <exception cref="ArgumentException">All bodies are of the kind of the dossier's author.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for one made-up body.</exception>
    public static Plan Of(Plan shape, int bodies)
    {
        var kind = Commonest(shape);
        var replaced = shape
            .Bodies.Where(body => body.Kind == kind)
            .Select(body => body.Code)
            .ToHashSet();
        var kept = shape
            .Bodies.Where(body => !replaced.Contains(body.Code))
            .Select(body => Detach(body, replaced))
            .ToList();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(bodies, kept.Count);

        var top = shape.Bodies.First(body => body.Kind == kind).Parent;
        var parent = top is not null && replaced.Contains(top) ? null : top;
        var made = Make(bodies - kept.Count, replaced.Count, Prefix(shape), kind, parent).ToList();
        return shape with
        {
            Bodies = [.. kept, .. made],
            ReportTypes =
            [
                .. shape.ReportTypes.Select(type =>
                    type with
                    {
                        OwedBy = Owing(type, replaced, made),
                    }
                ),
            ],
        };
    }

    private static string Commonest(Plan shape)
    {
        var authors = shape.ReportTypes.First(type => type.Code == shape.ConsolidatedReport).OwedBy;
        var heading = shape
            .Bodies.Where(body => authors.Contains(body.Code))
            .Select(body => body.Kind)
            .ToHashSet();
        var kinds = shape
            .Bodies.Where(body => !heading.Contains(body.Kind))
            .CountBy(body => body.Kind)
            .ToList();
        return kinds.Count > 0
            ? kinds.MaxBy(count => count.Value).Key
            : throw new ArgumentException(
                "All bodies are of the kind of the dossier's author.",
                nameof(shape)
            );
    }

    private static Body Detach(Body body, HashSet<string> replaced) =>
        body.Parent is { } parent && replaced.Contains(parent) ? body with { Parent = null } : body;

    private static IReadOnlyList<string> Owing(
        ReportType type,
        HashSet<string> replaced,
        List<Body> made
    ) =>
        type.OwedBy.Any(replaced.Contains)
            ?
            [
                .. type.OwedBy.Where(code => !replaced.Contains(code)),
                .. made.Select(body => body.Code),
            ]
            : type.OwedBy;

    private static IEnumerable<Body> Make(
        int count,
        int usual,
        string prefix,
        string kind,
        string? parent
    )
    {
        var districts = Math.Max(
            Math.Min(count, usual),
            (count + MostChildren) / (MostChildren + 1)
        );
        var communes = count - districts;
        for (var i = 0; i < districts; i++)
        {
            var code = $"{prefix}-{Digits(i)}";
            yield return Unit(code, Digits(i), kind, parent);
            var below = (communes / districts) + (i < communes % districts ? 1 : 0);
            for (var j = 0; j < below; j++)
            {
                yield return Unit($"{code}-{Digits(j)}", $"{Digits(i)}/{Digits(j)}", kind, code);
            }
        }
    }

    private static Body Unit(string code, string number, string kind, string? parent) =>
        new(
            code,
            new LocalizedText($"Đơn vị {number}", $"Unit {number}", $"इकाई {number}"),
            kind,
            parent,
            [
                new Person(
                    $"{code}-contact",
                    new LocalizedText(
                        $"Cán bộ đầu mối {number}",
                        $"Contact officer {number}",
                        $"संपर्क अधिकारी {number}"
                    ),
                    $"{code}@units.example",
                    Language.Vi
                ),
            ]
        );

    // Codes of the shape must not come back.
    private static string Prefix(Plan shape)
    {
        var prefix = "unit";
        while (Codes(shape).Any(code => code.StartsWith($"{prefix}-", StringComparison.Ordinal)))
        {
            prefix += "x";
        }

        return prefix;
    }

    private static IEnumerable<string> Codes(Plan shape) =>
        shape
            .Bodies.Select(body => body.Code)
            .Concat(shape.Bodies.SelectMany(body => body.Contacts).Select(person => person.Id))
            .Concat(shape.Approval.Approvers.Select(person => person.Id))
            .Append(shape.Operations.Id);

    private static string Digits(int index) =>
        (index + 1).ToString("D3", CultureInfo.InvariantCulture);
}
