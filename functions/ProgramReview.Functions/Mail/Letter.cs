namespace ProgramReview.Functions.Mail;

/// <summary>A mail as a letter: the same words make the text and the HTML.</summary>
internal sealed record Letter
{
    /// <summary>The subject line: what is asked and by when, under 120 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>The letterhead: who writes.</summary>
    public required string Sender { get; init; }

    /// <summary>How the receiver is addressed.</summary>
    public required string Greeting { get; init; }

    /// <summary>The sentences of the letter, one paragraph each, without markup.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What somebody wrote, quoted; or null.</summary>
    public string? Quote { get; init; }

    /// <summary>What it is about, as label and value.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; }

    /// <summary>What the checks said, a sentence each.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What the button says; the same address stands below it in full.</summary>
    public required string Button { get; init; }

    /// <summary>What stands before the link in full.</summary>
    public required string LinkWords { get; init; }

    /// <summary>Where the button leads; null for a letter that asks for nothing.</summary>
    public Uri? Link { get; init; }

    /// <summary>What is said of the link, or null.</summary>
    public string? LinkCare { get; init; }

    /// <summary>Whom to call, one line each, below a first line that says so.</summary>
    public required IReadOnlyList<string> Contact { get; init; }
}
