namespace ProgramReview.Core.Operations;

/// <summary>The commands about one assignment, by their names in addresses and on forms.</summary>
public enum CommandKind
{
    /// <summary>Move <c>due</c> to a later instant.</summary>
    Extend,

    /// <summary>Ask for the report again.</summary>
    Return,

    /// <summary>Let a stored report that came after the close count.</summary>
    Admit,

    /// <summary>Let a body send after the close.</summary>
    AllowLate,

    /// <summary>Release the body.</summary>
    Exempt,

    /// <summary>Remind the contacts now.</summary>
    Remind,

    /// <summary>Take the links back and mail new ones.</summary>
    Reissue,

    /// <summary>Have the duty to report pass to another person.</summary>
    Reassign,
}
