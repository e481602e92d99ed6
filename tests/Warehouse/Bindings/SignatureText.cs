using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>Writes the types of a signature as text, in the same way whether an assembly defines them or refers to them.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    private const byte ValueType = 0x11; // ELEMENT_TYPE_VALUETYPE of ECMA-335; a class has 0x12, and 0 is "not said"

    public static string Of(MethodSignature<string> signature) =>
        $"{signature.Header.CallingConvention} {(signature.Header.IsInstance ? "instance" : "static")} {signature.ReturnType}"
        + $" `{signature.GenericParameterCount} ({string.Join(", ", signature.ParameterTypes)})";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Kind(rawTypeKind) + NameOf(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Kind(rawTypeKind) + NameOf(reader, handle);

    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return (outer.IsNil ? reader.GetString(type.Namespace) + "." : NameOf(reader, outer) + "/") + reader.GetString(type.Name);
    }

    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var outer = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(reader, (TypeReferenceHandle)type.ResolutionScope) + "/"
            : reader.GetString(type.Namespace) + ".";
        return outer + reader.GetString(type.Name);
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();
    public string GetSZArrayType(string elementType) => elementType + "[]";
    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";
    public string GetByReferenceType(string elementType) => elementType + "&";
    public string GetPointerType(string elementType) => elementType + "*";
    public string GetPinnedType(string elementType) => elementType + " pinned";
    public string GetFunctionPointerType(MethodSignature<string> signature) => $"function {Of(signature)}";
    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";
    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")} {modifier}";

    private static string Kind(byte rawTypeKind) => rawTypeKind == ValueType ? "struct " : "class ";
}
