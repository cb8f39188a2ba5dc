namespace ProgramReview.Core.Operations;

/// <summary>What a field of a command holds, and with it the control on the form and how a value is read.</summary>
public enum CommandFieldKind
{
    /// <summary>An instant: local time in the plan's zone, or with its offset.</summary>
    Instant,

    /// <summary>Text without line breaks.</summary>
    Line,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>One of some values.</summary>
    Choice,

    /// <summary>Any of some values, with blanks or commas between them; none stands for all.</summary>
    Choices,

    /// <summary>A file; such a command is posted as a form only.</summary>
    File,

    /// <summary>What the page had shown.</summary>
    Hidden,
}
