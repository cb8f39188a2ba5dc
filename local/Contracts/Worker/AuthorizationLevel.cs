namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a caller of an HTTP function needs.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A valid user token.</summary>
    User = 1,

    /// <summary>A function or host key.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
