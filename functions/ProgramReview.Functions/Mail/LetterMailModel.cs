namespace ProgramReview.Functions.Mail;

/// <summary>A letter and the tag of its language, for drawing.</summary>
public sealed record LetterMailModel
{
    internal LetterMailModel(Letter letter, string tag)
    {
        Letter = letter;
        Tag = tag;
    }

    /// <summary>The language's BCP 47 tag.</summary>
    public string Tag { get; }

    internal Letter Letter { get; }
}
