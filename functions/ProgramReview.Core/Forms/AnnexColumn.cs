using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Forms;

/// <summary>A column of the annex.</summary>
public abstract record AnnexColumn
{
    private AnnexColumn() { }

    /// <summary>By what it is known in the file whatever becomes of its heading or place.</summary>
    public abstract string Code { get; }

    /// <summary>The number of the row.</summary>
    public sealed record Number : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "number";
    }

    /// <summary>What is counted.</summary>
    public sealed record Name : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "name";
    }

    /// <summary>What it is counted in.</summary>
    public sealed record Unit : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "unit";
    }

    /// <summary>Whether a value counts from the start of the period or of the programme.</summary>
    public sealed record Span : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "span";
    }

    /// <summary>What the programme as a whole is to reach.</summary>
    public sealed record Target : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "target";
    }

    /// <summary>The values that the body writes for a period.</summary>
    /// <param name="Period">The period.</param>
    public sealed record Value(Period Period) : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => $"value/{Period.Code}";
    }

    /// <summary>Where the body marks values of a period as preliminary.</summary>
    /// <param name="Period">The period.</param>
    public sealed record Preliminary(Period Period) : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => $"preliminary/{Period.Code}";
    }

    /// <summary>Why values are missing.</summary>
    public sealed record Reason : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "reason";
    }

    /// <summary>What the body has to add.</summary>
    public sealed record Remark : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "remark";
    }

    /// <summary>What was known before of a period.</summary>
    /// <param name="Period">The period.</param>
    public sealed record Earlier(Period Period) : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => $"earlier/{Period.Code}";
    }

    /// <summary>Where the earlier values are from.</summary>
    public sealed record Source : AnnexColumn
    {
        /// <inheritdoc/>
        public override string Code => "source";
    }
}
