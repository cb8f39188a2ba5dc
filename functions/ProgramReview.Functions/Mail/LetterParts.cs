using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>What one letter says beside its fixed words.</summary>
public sealed class LetterParts
{
    private readonly PageContext page;
    private readonly Dictionary<string, string> places = [];
    private readonly List<KeyValuePair<string, string>> facts = [];
    private readonly List<string> findings = [];

    /// <summary>Begins with what every letter may name: the programme's number.</summary>
    public LetterParts(PageContext page)
    {
        this.page = page;
        Place("programme", page.Plan!.Plan.Programme.Number);
    }

    /// <summary>What the places in its texts are filled with, by name.</summary>
    public IReadOnlyDictionary<string, string> Places => places;

    /// <summary>What it is about, as label and value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts => facts;

    /// <summary>What the checks said, a sentence each.</summary>
    public IReadOnlyList<string> Findings => findings;

    /// <summary>The subject's key where it is not the kind's own.</summary>
    public string? Subject { get; init; }

    /// <summary>The one link, or null: no button.</summary>
    public Uri? Link { get; init; }

    /// <summary>What somebody wrote, or null.</summary>
    public string? Quote { get; private set; }

    /// <summary>The receipt to keep, or null.</summary>
    public MailAttachment? Attachment { get; private set; }

    /// <summary>Fills a place of the texts.</summary>
    public LetterParts Place(string name, string value)
    {
        places[name] = value;
        return this;
    }

    /// <summary>Adds a line to the table; none for a value that is not there.</summary>
    public LetterParts Fact(string label, string? value)
    {
        if (value is not null)
        {
            facts.Add(new(Text.Get(page.Language, label), value));
        }
        return this;
    }

    /// <summary>Lists what was found, a sentence for each kind.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="reportType">The report type's code: its outline names the sections.</param>
    /// <param name="more">How many more there are of a kind, by code; null: none.</param>
    public LetterParts Found(
        IEnumerable<Finding> found,
        string reportType,
        IReadOnlyDictionary<string, int>? more = null
    )
    {
        findings.AddRange(
            FindingGroup.Of(found, more).Select(group => FindingText.Line(page, group, reportType))
        );
        return this;
    }

    /// <summary>Lists what is to be mended in the words of whoever returned the report.</summary>
    public LetterParts ToMend(IEnumerable<ReturnItem> items, string reportType)
    {
        findings.AddRange(items.Select(item => ReturnItemText.Show(page, reportType, item)));
        return this;
    }

    /// <summary>Lists what changed, a sentence each; says so if nothing did.</summary>
    /// <param name="changes">The sentences.</param>
    /// <param name="since">The key of the words above them; with <c>.none</c> behind it those where nothing did.</param>
    public LetterParts Changed(IReadOnlyList<string> changes, string since = "mail.changed")
    {
        findings.Add(Text.Get(page.Language, changes.Count == 0 ? $"{since}.none" : since));
        findings.AddRange(changes);
        return this;
    }

    /// <summary>Quotes what somebody wrote.</summary>
    public LetterParts Quoting(string? words)
    {
        Quote = words;
        return this;
    }

    /// <summary>Attaches a signed receipt; null attaches nothing, as for what was recorded before there were receipts.</summary>
    public LetterParts Attach(MailAttachment? receipt)
    {
        Attachment = receipt;
        return Fact("mail.fact.receipt-file", receipt?.FileName);
    }
}
