using System.Text.RegularExpressions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The head of a report bears the day on which it was sent.</summary>
internal sealed partial class DispatchDateRule() : TextRule("dispatch-date-missing")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckScope scope, ReadText text) =>
        text.Head.Any(line => !line.IsHint && Day.IsMatch(HumanText.WithPlainDigits(line.Text)))
            ? []
            : [Found(null)];

    [GeneratedRegex(
        @"(?:ngày|day|दिनांक)\s*[0-9]{1,2}\s*(?:tháng|month|माह)\s*[0-9]{1,2}\s*(?:năm|year|वर्ष)\s*[0-9]{4}"
            + @"|(?<![0-9])[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}(?![0-9])"
            + @"|(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,?\s+[0-9]{4}"
            + @"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+[0-9]{4}"
            + @"|(?<![0-9])[0-9]{1,2}\s+(?:जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर),?\s+[0-9]{4}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Day { get; }
}
