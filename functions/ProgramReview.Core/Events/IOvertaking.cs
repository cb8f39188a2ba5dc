using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>What stands in a cycle's stream before a fact that changes what counts: a dossier falls, or an edition of a published one opens.</summary>
public interface IOvertaking
{
    /// <summary>The dossier that says otherwise.</summary>
    string DossierHash { get; }

    /// <summary>What changes it.</summary>
    VoidingCause Cause { get; }

    /// <summary>The assignment about which that is.</summary>
    AssignmentId Assignment { get; }

    /// <summary>Who ordered it; null for what came by itself.</summary>
    string? By { get; }

    /// <summary>Why, in their words; empty for what came by itself.</summary>
    string Reason { get; }

    /// <summary>The occasion under which the fact itself is written next; a process that died in between left none.</summary>
    string Fact { get; }
}
